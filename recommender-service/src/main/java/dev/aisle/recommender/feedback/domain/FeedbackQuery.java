package dev.aisle.recommender.feedback.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Which exposures are reported on.
 *
 * @param from the first moment
 * @param to the moment after the last one
 * @param placement empty: all
 * @param bucket a day or a week (Monday first, UTC), or all of it as one
 */
public record FeedbackQuery(Instant from, Instant to, String placement, Bucket bucket) {
    /** The longest time that is reported on at once. */
    public static final Duration LONGEST = Duration.ofDays(400);

    /** How time is divided. */
    public enum Bucket {
        DAY,
        WEEK,
        ALL
    }
}
