package dev.aisle.local.attacks;

import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A TCF 2 string, bit by bit, so that strings can be made that a library refuses to make.
 *
 * @see <a href="https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework">IAB Europe, TCF consent string format</a>
 */
final class TcfBits {
    private static final int PURPOSES = 24;
    private static final int VENDORS = 20;

    private final StringBuilder bits = new StringBuilder();

    private TcfBits() {}

    /**
     * A string with its segments.
     *
     * @param updated           when it was last updated
     * @param purposes          those with consent, 1 to 11
     * @param vendors           those with consent; the same are disclosed
     * @param publisherPurposes what the Publisher TC segment consents to; null leaves the segment out
     */
    static String of(
            Instant updated, Set<Integer> purposes, Set<Integer> vendors, @Nullable Set<Integer> publisherPurposes) {
        TcfBits core = new TcfBits();
        long deciseconds = updated.toEpochMilli() / 100;
        core.number(2, 6)
                .number(deciseconds, 36)
                .number(deciseconds, 36)
                .number(31, 12)
                .number(1, 12)
                .number(1, 6);
        // Language EN, vendor list 200, policy 5, service specific, standard texts, no special features.
        core.number(4, 6)
                .number(13, 6)
                .number(200, 12)
                .number(5, 6)
                .number(1, 1)
                .number(0, 1)
                .number(0, 12);
        core.set(purposes, PURPOSES)
                .set(Set.of(), PURPOSES)
                .number(0, 1)
                .number(3, 6)
                .number(4, 6);
        core.vendors(vendors).vendors(Set.of()).number(0, 12);
        TcfBits disclosed = new TcfBits().number(1, 3).vendors(vendors);
        String text = core.text() + "." + disclosed.text();
        if (publisherPurposes == null) {
            return text;
        }
        TcfBits publisher =
                new TcfBits().number(3, 3).set(publisherPurposes, PURPOSES).set(Set.of(), PURPOSES);
        return text + "." + publisher.number(0, 6).text();
    }

    private TcfBits number(long value, int width) {
        for (int bit = width - 1; bit >= 0; bit--) {
            bits.append((value >> bit) & 1);
        }
        return this;
    }

    private TcfBits set(Set<Integer> members, int size) {
        for (int i = 1; i <= size; i++) {
            bits.append(members.contains(i) ? '1' : '0');
        }
        return this;
    }

    private TcfBits vendors(Set<Integer> vendors) {
        return number(VENDORS, 16).number(0, 1).set(vendors, VENDORS);
    }

    private String text() {
        byte[] bytes = new byte[(bits.length() + 7) / 8];
        for (int i = 0; i < bits.length(); i++) {
            if (bits.charAt(i) == '1') {
                bytes[i / 8] |= (byte) (0x80 >> (i % 8));
            }
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
