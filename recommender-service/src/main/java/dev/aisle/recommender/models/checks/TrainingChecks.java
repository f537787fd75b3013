package dev.aisle.recommender.models.checks;

import dev.aisle.recommender.models.checks.TrainingCheck.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks what a training is about to learn from, alone and beside the training before. */
final class TrainingChecks {
    /** With fewer people one of them rightly has a great share. */
    private static final int MANY_PEOPLE = 50;
    /** A type with fewer interactions may be missing by chance. */
    private static final long MANY_OF_TYPE = 100;

    private final TrainingLimits limits;

    public TrainingChecks(TrainingLimits limits) {
        this.limits = limits;
    }

    /**
     * The training before.
     *
     * @param at when it ran
     */
    public record Before(TrainingFigures figures, Instant at) {}

    /** All checks; {@code before} is the last training that succeeded. */
    public List<TrainingCheck> of(TrainingFigures figures, @Nullable Before before, Instant now) {
        return List.of(
                least("people", figures.people(), limits.leastPeople()),
                least("items", figures.items(), limits.leastItems()),
                least("interactions", figures.interactions(), limits.leastInteractions()),
                figures.people() < MANY_PEOPLE
                        ? skipped("largest-person", share(figures.largestPerson()), "from 50 people on")
                        : most("largest-person", figures.largestPerson(), limits.largestPerson()),
                before == null
                        ? skipped("drop", share(0), "from the second training on")
                        : most("drop", drop(figures, before.figures()), limits.largestDrop()),
                newest(figures, before, now),
                most("unknown-products", figures.unknownProducts(), limits.unknownProducts()),
                types(figures, before));
    }

    private static double drop(TrainingFigures figures, TrainingFigures before) {
        return before.interactions() == 0
                ? 0
                : Math.max(0, 1 - (double) figures.interactions() / before.interactions());
    }

    /** An import of the past is old from the beginning; what has become old points to a feed that stands still. */
    private TrainingCheck newest(TrainingFigures figures, @Nullable Before before, Instant now) {
        Duration age = age(figures, now);
        String limit = "at most " + limits.oldestNewest();
        boolean wasOld = before == null || age(before.figures(), before.at()).compareTo(limits.oldestNewest()) > 0;
        if (wasOld) {
            return skipped("newest", age.toString(), limit + ", once it was");
        }
        return check("newest", age.compareTo(limits.oldestNewest()) <= 0, age.toString(), limit);
    }

    private static Duration age(TrainingFigures figures, Instant now) {
        Instant newest = Optional.ofNullable(figures.newest()).orElse(Instant.EPOCH);
        return Duration.ofSeconds(Math.max(0, Duration.between(newest, now).toSeconds()));
    }

    private static TrainingCheck types(TrainingFigures figures, @Nullable Before before) {
        if (before == null) {
            return skipped("types", String.join(", ", sorted(figures)), "from the second training on");
        }
        TreeSet<String> missing = new TreeSet<>();
        before.figures().types().forEach((type, count) -> {
            if (count >= MANY_OF_TYPE && figures.types().getOrDefault(type, 0L) == 0) {
                missing.add(type);
            }
        });
        return check(
                "types",
                missing.isEmpty(),
                missing.isEmpty() ? String.join(", ", sorted(figures)) : "no " + String.join(", no ", missing),
                "all types that the last training had 100 times");
    }

    private static SortedSet<String> sorted(TrainingFigures figures) {
        return new TreeSet<>(figures.types().keySet());
    }

    private static TrainingCheck least(String name, long value, long limit) {
        return check(name, value >= limit, Long.toString(value), "at least " + limit);
    }

    private static TrainingCheck most(String name, double value, double limit) {
        return check(name, value <= limit, share(value), "at most " + share(limit));
    }

    private static TrainingCheck check(String name, boolean passed, String value, String limit) {
        return new TrainingCheck(name, passed ? Outcome.PASSED : Outcome.FAILED, value, limit);
    }

    private static TrainingCheck skipped(String name, String value, String limit) {
        return new TrainingCheck(name, Outcome.SKIPPED, value, limit);
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
