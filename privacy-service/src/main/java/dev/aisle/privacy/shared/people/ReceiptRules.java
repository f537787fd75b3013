package dev.aisle.privacy.shared.people;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.contracts.privacy.v1.Outstanding;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a receipt must have, so that it can be kept and shown. */
public final class ReceiptRules {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
    private static final int MOST_KINDS = 100;
    private static final int LONGEST_WORDS = 200;
    private static final long END_OF_9999 = 253_402_300_799L;
    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private ReceiptRules() {}

    /** What is wrong with a receipt; {@code null} when nothing is. */
    public static @Nullable String violation(ErasureReceipt receipt) {
        if (requestId(receipt.getRequestId()) == null) {
            return "request_id is no UUID";
        }
        if (!NAME.matcher(receipt.getService()).matches()) {
            return "service is no name of a service";
        }
        if (!receipt.hasErasedAt() || !exists(receipt.getErasedAt())) {
            return "erased_at is no time";
        }
        String violation = ofRemoved(receipt.getRemovedMap());
        return violation == null ? ofOutstanding(receipt) : violation;
    }

    /** A request's id; {@code null} when the text is none. */
    public static @Nullable UUID requestId(String text) {
        return UUID_FORM.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    private static @Nullable String ofRemoved(Map<String, Long> removed) {
        if (removed.size() > MOST_KINDS) {
            return "removed has more than " + MOST_KINDS + " kinds";
        }
        boolean well = removed.entrySet().stream()
                .allMatch(kind -> NAME.matcher(kind.getKey()).matches() && kind.getValue() >= 0);
        return well ? null : "removed has a kind without a name or with a count below zero";
    }

    private static @Nullable String ofOutstanding(ErasureReceipt receipt) {
        if (receipt.getOutstandingCount() > MOST_KINDS) {
            return "outstanding has more than " + MOST_KINDS + " entries";
        }
        boolean well = receipt.getOutstandingList().stream().allMatch(ReceiptRules::isWell);
        return well ? null : "outstanding has an entry without words or without a time";
    }

    private static boolean isWell(Outstanding outstanding) {
        int words = outstanding.getWhat().length();
        return words > 0 && words <= LONGEST_WORDS && outstanding.hasDue() && exists(outstanding.getDue());
    }

    private static boolean exists(Timestamp time) {
        return time.getSeconds() >= 0
                && time.getSeconds() <= END_OF_9999
                && time.getNanos() >= 0
                && time.getNanos() < NANOS_PER_SECOND;
    }
}
