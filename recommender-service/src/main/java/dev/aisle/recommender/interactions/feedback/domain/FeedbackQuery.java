package dev.aisle.recommender.interactions.feedback.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * Which exposures are reported on.
 *
 * @param from the first moment, the start of a day (UTC)
 * @param to the moment after the last one, the start of a day
 * @param placement empty: all
 * @param bucket a day or a week (Monday first, UTC), or all of it as one
 */
public record FeedbackQuery(Instant from, Instant to, String placement, Bucket bucket) {
    /** In how many rows of a report a person counts. */
    public static final int MOST_ROWS = 3;

    /** The longest time that is reported on at once. */
    public static final Duration LONGEST = Duration.ofDays(400);

    /** Starts of the buckets in the order of time, whether anything was shown in them or not. */
    public List<Instant> starts() {
        if (bucket == Bucket.ALL) {
            return List.of(Instant.EPOCH);
        }
        LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
        LocalDate first = bucket == Bucket.DAY ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate end = LocalDate.ofInstant(to, ZoneOffset.UTC);
        return first.datesUntil(end, bucket == Bucket.DAY ? Period.ofDays(1) : Period.ofWeeks(1))
                .map(start -> start.atStartOfDay(ZoneOffset.UTC).toInstant())
                .toList();
    }

    /** The report as a question; the same report has the same numbers for everybody. */
    public String question(Breakdown breakdown, List<String> values, List<String> currencies) {
        return "feedback " + from + " " + to + " " + bucket + " " + breakdown.label() + " " + placement.length() + ":"
                + placement + " " + values + " " + currencies;
    }

    /** How time is divided. */
    public enum Bucket {
        DAY,
        WEEK,
        ALL
    }
}
