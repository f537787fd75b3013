package dev.aisle.algorithms.privacy.signals;

import com.iabtcf.decoder.TCString;
import com.iabtcf.utils.IntIterable;
import com.iabtcf.v2.RestrictionType;
import dev.aisle.algorithms.privacy.signals.Reading.Unusable;
import dev.aisle.algorithms.privacy.signals.Reading.Usable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads TC strings, stricter than the library does: only version 2 of the format, no empty segment, each segment once, and the vendors
 * that were disclosed where TCF 2.3 wants them.
 *
 * @see <a href="https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework">IAB Europe TCF 2.3, Consent string and vendor list formats v2</a>
 */
public final class TcfString {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final int VERSION = 2;
    private static final int DISCLOSED_VENDORS = 1;
    private static final int PUBLISHER = 3;
    /** The policy of TCF 2.3. */
    private static final int POLICY_2_3 = 5;
    /** From here on a string without the disclosed vendors is invalid under any policy. */
    private static final Instant TRANSITION_ENDED = Instant.parse("2026-03-01T00:00:00Z");

    private TcfString() {}

    /** Reads a string of any content and length. */
    public static Reading<TcfConsent> read(String text) {
        if (!text.isEmpty() && text.length() <= SignalText.LONGEST) {
            int version = SignalText.firstBits(text, 6);
            if (version >= 0 && version != VERSION) {
                return new Unusable<>("version " + version + " of the format; only " + VERSION + " is in use");
            }
        }
        String problem = SignalText.problem(text, FORM);
        return problem == null ? decode(text) : new Unusable<>(problem);
    }

    private static Reading<TcfConsent> decode(String text) {
        String[] parts = text.split("\\.", -1);
        Set<Integer> segments = new TreeSet<>();
        for (int i = 1; i < parts.length; i++) {
            int type = SignalText.firstBits(parts[i], 3);
            if (type == 0 || type > PUBLISHER || !segments.add(type)) {
                return new Unusable<>("segment type " + type + " is unknown or there twice");
            }
        }
        try {
            TcfConsent consent = consent(TCString.decode(text), segments.contains(DISCLOSED_VENDORS));
            return consent.disclosedVendors().isEmpty() && needsDisclosedVendors(consent)
                    ? new Unusable<>("without disclosed vendors, which TCF 2.3 makes mandatory")
                    : new Usable<>(consent);
        } catch (RuntimeException e) {
            // The library throws unchecked exceptions of many kinds on bits that don't fit together.
            return new Unusable<>("bits that are no TC string");
        }
    }

    private static boolean needsDisclosedVendors(TcfConsent consent) {
        return consent.origin().policy() >= POLICY_2_3
                || !consent.origin().lastUpdated().isBefore(TRANSITION_ENDED);
    }

    private static TcfConsent consent(TCString read, boolean disclosed) {
        return new TcfConsent(
                origin(read),
                new TcfConsent.Choices(
                        numbers(read.getPurposesConsent()),
                        numbers(read.getPurposesLITransparency()),
                        numbers(read.getSpecialFeatureOptIns()),
                        numbers(read.getVendorConsent()),
                        numbers(read.getVendorLegitimateInterest())),
                restrictions(read),
                disclosed ? Optional.of(numbers(read.getDisclosedVendors())) : Optional.empty());
    }

    private static TcfOrigin origin(TCString read) {
        return new TcfOrigin(
                read.getVersion(),
                read.getCreated(),
                read.getLastUpdated(),
                new TcfOrigin.Platform(
                        read.getCmpId(),
                        read.getCmpVersion(),
                        read.getConsentScreen(),
                        read.getConsentLanguage(),
                        read.getVendorListVersion()),
                read.getTcfPolicyVersion(),
                new TcfOrigin.Publisher(
                        read.isServiceSpecific(),
                        read.getUseNonStandardStacks(),
                        read.getPurposeOneTreatment(),
                        read.getPublisherCC()));
    }

    private static List<TcfConsent.Restriction> restrictions(TCString read) {
        return read.getPublisherRestrictions().stream()
                .map(restriction -> new TcfConsent.Restriction(
                        restriction.getPurposeId(),
                        number(restriction.getRestrictionType()),
                        numbers(restriction.getVendorIds())))
                .toList();
    }

    private static int number(RestrictionType type) {
        return switch (type) {
            case NOT_ALLOWED -> 0;
            case REQUIRE_CONSENT -> 1;
            case REQUIRE_LEGITIMATE_INTEREST -> 2;
            case UNDEFINED -> 3;
        };
    }

    private static Set<Integer> numbers(IntIterable numbers) {
        return new TreeSet<>(numbers.toSet());
    }
}
