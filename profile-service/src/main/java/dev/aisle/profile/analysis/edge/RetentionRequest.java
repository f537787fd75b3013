package dev.aisle.profile.analysis.edge;

import org.jspecify.annotations.Nullable;

/**
 * A question for retention.
 *
 * @param from first day of the first cohort
 * @param until the day after the last day of the last cohort
 * @param zone of the tz database; the shop's when missing
 * @param begin {@code visit} (when missing) or {@code purchase}: the first of them begins a cohort
 * @param comeBack {@code visit} or {@code purchase}; like {@code begin} when missing
 * @param granularity {@code day}, {@code week} (when missing), {@code month}
 * @param rolling whether a period counts whoever came back in it or later; false when missing
 * @param periods 1 to 60; 12 when missing
 */
record RetentionRequest(
        @Nullable String from,
        @Nullable String until,
        @Nullable String zone,
        @Nullable String begin,
        @Nullable String comeBack,
        @Nullable String granularity,
        @Nullable Boolean rolling,
        @Nullable Integer periods) {}
