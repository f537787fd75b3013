package dev.aisle.algorithms.forecast;

import dev.aisle.algorithms.forecast.series.Accuracy;
import dev.aisle.algorithms.forecast.series.Series;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Back-testing: forecasts from several points of the past, each made from the values before it only, against what came.
 *
 * @param horizon steps of each forecast, ≥ 1
 * @param origins places that a forecast is made at: it sees that many values
 * @see <a href="https://otexts.com/fpp3/tscv.html">Hyndman, Athanasopoulos: Forecasting, 5.10</a>
 */
public record RollingOrigin(int horizon, int[] origins) {
    /**
     * The last origins that leave a whole horizon after them.
     *
     * @param length values of the series
     * @param least values that the first forecast must see
     * @param most origins at most
     * @param step values between two origins, ≥ 1
     * @return with no origin when the series is too short
     */
    public static RollingOrigin last(int length, int horizon, int least, int most, int step) {
        int[] origins = IntStream.range(0, most)
                .map(i -> length - horizon - i * step)
                .filter(origin -> origin >= least)
                .sorted()
                .toArray();
        return new RollingOrigin(horizon, origins);
    }

    /** One forecast of {@link #horizon()} steps. */
    public interface Forecaster {
        /** Expected values after a past. */
        double[] forecast(Series past);
    }

    /**
     * Mean errors over all origins.
     *
     * @param mae mean absolute error
     * @param smape in per cent
     * @param mase empty when at some origin the past has no seasonal difference to scale by
     * @param perOrigin mean absolute error at each origin
     */
    public record Errors(double mae, double smape, OptionalDouble mase, double[] perOrigin) {
        /** Smaller at every origin. */
        public boolean everywhereBelow(Errors other) {
            return IntStream.range(0, perOrigin.length).allMatch(i -> perOrigin[i] < other.perOrigin[i]);
        }
    }

    /** Tests a forecaster; there must be an origin. */
    public Errors test(Series series, Forecaster forecaster) {
        double[] y = series.toArray();
        Accuracy[] found = Arrays.stream(origins)
                .mapToObj(origin -> {
                    Series past = series.head(origin);
                    return Accuracy.of(
                            Arrays.copyOfRange(y, origin, origin + horizon), forecaster.forecast(past), past);
                })
                .toArray(Accuracy[]::new);
        boolean scaled = Arrays.stream(found).allMatch(a -> a.mase().isPresent());
        double[] perOrigin = Arrays.stream(found).mapToDouble(Accuracy::mae).toArray();
        return new Errors(
                Arrays.stream(perOrigin).average().orElseThrow(),
                Arrays.stream(found).mapToDouble(Accuracy::smape).average().orElseThrow(),
                scaled
                        ? Arrays.stream(found)
                                .mapToDouble(a -> a.mase().orElseThrow())
                                .average()
                        : OptionalDouble.empty(),
                perOrigin);
    }
}
