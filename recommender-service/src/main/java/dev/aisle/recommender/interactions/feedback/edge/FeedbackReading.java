package dev.aisle.recommender.interactions.feedback.edge;

import dev.aisle.platform.placements.Placements;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.recommender.interactions.feedback.domain.Breakdown;
import dev.aisle.recommender.interactions.feedback.domain.FeedbackQuery;
import dev.aisle.recommender.interactions.feedback.domain.FeedbackQuery.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads which report is asked for. */
sealed interface FeedbackReading {
    Duration USUAL = Duration.ofDays(28);

    /** A report. */
    record Understood(FeedbackQuery query, Breakdown breakdown) implements FeedbackReading {}

    /** None. */
    record Refused(List<FieldError> errors) implements FeedbackReading {
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    static FeedbackReading of(FeedbackParameters asked, Placements placements) {
        List<FieldError> errors = new ArrayList<>();
        Instant to = endOfDay(moment("to", asked.to, Instant.now(), errors));
        Instant from = moment("from", asked.from, to.minus(USUAL), errors).truncatedTo(ChronoUnit.DAYS);
        if (errors.isEmpty() && !from.isBefore(to)) {
            errors.add(new FieldError("from", "must be before to"));
        }
        if (errors.isEmpty() && Duration.between(from, to).compareTo(FeedbackQuery.LONGEST) > 0) {
            errors.add(new FieldError("from", "must be at most " + FeedbackQuery.LONGEST.toDays() + " days before to"));
        }
        String placement = asked.placement == null ? "" : asked.placement;
        String violation = placement.isEmpty() ? null : placements.violation(placement);
        if (violation != null) {
            errors.add(new FieldError("placement", violation));
        }
        Bucket bucket = bucket(asked.bucket).orElse(null);
        if (bucket == null) {
            errors.add(new FieldError("bucket", "must be day, week or all"));
        }
        Breakdown by =
                asked.by == null ? Breakdown.NONE : Breakdown.ofLabel(asked.by).orElse(null);
        if (by == null) {
            errors.add(new FieldError(
                    "by",
                    "must be one of "
                            + String.join(
                                    ", ",
                                    Arrays.stream(Breakdown.values())
                                            .map(Breakdown::label)
                                            .toList())));
        }
        return errors.isEmpty() && bucket != null && by != null
                ? new Understood(new FeedbackQuery(from, to, placement, bucket), by)
                : new Refused(errors);
    }

    private static Instant endOfDay(Instant moment) {
        Instant start = moment.truncatedTo(ChronoUnit.DAYS);
        return start.equals(moment) ? start : start.plus(Duration.ofDays(1));
    }

    private static Optional<Bucket> bucket(@Nullable String text) {
        String name = text == null ? "day" : text;
        return Arrays.stream(Bucket.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    private static Instant moment(String field, @Nullable String text, Instant otherwise, List<FieldError> errors) {
        if (text == null) {
            return otherwise;
        }
        try {
            Instant moment = Instant.parse(text);
            if (moment.isAfter(Instant.EPOCH) && moment.isBefore(Instant.parse("2100-01-01T00:00:00Z"))) {
                return moment;
            }
        } catch (DateTimeParseException e) {
            // Said below, as for a time that is far away.
        }
        errors.add(new FieldError(field, "must be a time such as 2026-11-25T09:00:00Z"));
        return otherwise;
    }
}
