package dev.aisle.ingest.rejections.letters;

import dev.aisle.contracts.operations.v1.DeadLetter;
import dev.aisle.ingest.shared.values.Timestamps;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant; {@code null} means any.
 *
 * @param reason a part of the reason, in any case
 * @param ids of records; empty: any
 */
record LetterFilter(
        @Nullable String service,
        @Nullable String topic,
        @Nullable String reason,
        @Nullable Instant since,
        @Nullable Instant until,
        Set<String> ids) {
    public LetterFilter {
        ids = Set.copyOf(ids);
    }

    public boolean matches(DeadLetter letter) {
        Instant seenAt = Timestamps.toInstant(letter.getSeenAt());
        return (service == null || service.equals(letter.getService()))
                && (topic == null || topic.equals(letter.getTopic()))
                && (reason == null
                        || letter.getReason().toLowerCase(Locale.ROOT).contains(reason.toLowerCase(Locale.ROOT)))
                && (since == null || !seenAt.isBefore(since))
                && (until == null || seenAt.isBefore(until))
                && (ids.isEmpty() || ids.contains(Letter.idOf(letter)));
    }
}
