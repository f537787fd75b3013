package dev.aisle.campaign.experiments.metrics;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A metric of a unit.
 *
 * @param name for people
 * @param measure what is summed; of a ratio the numerator, of a funnel the later step
 * @param per of a ratio the denominator, of a funnel the earlier step; {@code null} for all others
 * @param from how long after the exposure it begins to count
 * @param until how long after the exposure it ends to count
 * @param before how much of the time before the exposure is its covariate
 * @param cap {@code null}: there is none
 * @param quantile of a quantile metric, in (0, 1)
 * @param moreIsBetter whether an increase is good
 */
public record Metric(
        String id,
        String name,
        MetricType type,
        Measure measure,
        @Nullable Measure per,
        Duration from,
        Duration until,
        Duration before,
        @Nullable Cap cap,
        double quantile,
        boolean moreIsBetter) {
    /** The measures that it needs facts of. */
    public Stream<Measure> measures() {
        return Stream.concat(Stream.of(measure), Stream.ofNullable(per));
    }

    /** Whether values of single units are needed to compare arms; sums aren't enough. */
    public boolean needsValues() {
        return type == MetricType.QUANTILE || cap instanceof Cap.Percentile;
    }

    /** The currency of its values; empty when they are no amounts. */
    public Optional<String> currency() {
        return Optional.of(measure.currency()).filter(code -> !code.isEmpty());
    }
}
