package dev.aisle.profile.analysis.edge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question for series by category.
 *
 * @param from first day; widened to the beginning of its span
 * @param until the day after the last; widened to the end of its span
 * @param zone of the tz database; the shop's when missing
 * @param granularity {@code day} (when missing), {@code week}, {@code month}
 * @param categories which ones, at most 50; all when missing. {@code (all)} is the shop
 * @param measures of {@code people}, {@code views}, {@code purchases}, {@code units}, {@code revenue}; all when missing, of forecasts
 *     {@code units}
 * @param horizon of forecasts: 1 to 120 spans; 14 when missing
 */
record TrendRequest(
        @Nullable String from,
        @Nullable String until,
        @Nullable String zone,
        @Nullable String granularity,
        @Nullable List<@Nullable String> categories,
        @Nullable List<@Nullable String> measures,
        @Nullable Integer horizon) {}
