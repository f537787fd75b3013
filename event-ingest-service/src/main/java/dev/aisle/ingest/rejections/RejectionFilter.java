package dev.aisle.ingest.rejections;

import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.ingest.shared.values.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which refusals are meant; {@code null} means any.
 *
 * @param field as the refusal names it, or with {@code [*]} for every index: {@code properties.products[*].price}
 * @param since the first moment that counts
 * @param until the first moment that counts no more
 */
record RejectionFilter(
        @Nullable String code,
        @Nullable String field,
        @Nullable String source,
        @Nullable String stage,
        @Nullable Instant since,
        @Nullable Instant until) {
    public static final RejectionFilter ANY = new RejectionFilter(null, null, null, null, null, null);

    public boolean matches(RejectedEvent event) {
        Instant rejectedAt = Timestamps.toInstant(event.getRejectedAt());
        return is(code, event.getCode())
                && (is(field, event.getField()) || is(field, withoutIndexes(event.getField())))
                && is(source, event.getSource())
                && is(stage, event.getStage())
                && (since == null || !rejectedAt.isBefore(since))
                && (until == null || rejectedAt.isBefore(until));
    }

    /** {@code products[3].price} is {@code products[*].price}: what is counted together. */
    public static String withoutIndexes(String field) {
        return field.indexOf('[') < 0 ? field : field.replaceAll("\\[\\d+]", "[*]");
    }

    private static boolean is(@Nullable String wanted, String found) {
        return wanted == null || wanted.equals(found);
    }
}
