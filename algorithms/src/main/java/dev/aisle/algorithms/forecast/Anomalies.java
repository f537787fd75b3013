package dev.aisle.algorithms.forecast;

import dev.aisle.algorithms.forecast.decompose.Decomposition;
import dev.aisle.algorithms.forecast.decompose.RobustTrend;
import dev.aisle.algorithms.forecast.decompose.Stl;
import dev.aisle.algorithms.forecast.decompose.StlOptions;
import dev.aisle.algorithms.forecast.series.Series;
import dev.aisle.algorithms.robust.RobustScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values that neither trend nor season explain: robust STL (a robust trend without season), then the modified z-score of what is
 * left.
 *
 * @see RobustScale#score
 */
public final class Anomalies {
    /** Fewer values show no usual spread. */
    private static final int LEAST = 7;

    /** Wide windows: narrow ones follow the noise, which makes the usual spread look small and raises false alarms. */
    private static final int SEASONAL_WINDOW = 21;

    private static final int TREND_CYCLES = 4;
    private static final int CYCLES_THAT_MAY_CHANGE = 4;
    private static final int TREND_WINDOW = 21;
    /** Remainders smaller than this share of the largest value are rounding. */
    private static final double ROUNDING = 1e-9;

    private Anomalies() {}

    /**
     * One.
     *
     * @param place in the series, 0 the oldest
     * @param value what was
     * @param expected trend and season
     * @param score modified z-score of the difference; above 0 when more came than expected
     */
    public record Anomaly(int place, double value, double expected, double score) {}

    /** With the threshold of Iglewicz and Hoaglin, 3.5. */
    public static List<Anomaly> of(Series series) {
        return of(series, RobustScale.OUTLYING);
    }

    /**
     * Finds.
     *
     * @param threshold on |score|, above 0
     * @return in order of time; none in a series of under 7 values
     */
    public static List<Anomaly> of(Series series, double threshold) {
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("threshold: expected above 0, got " + threshold);
        }
        List<Anomaly> found = new ArrayList<>();
        if (series.length() < LEAST) {
            return found;
        }
        double[] y = series.toArray();
        double[] rest = remainder(y, series.period());
        RobustScale scale = RobustScale.of(rest);
        for (int t = 0; t < y.length; t++) {
            double score = scale.score(rest[t]);
            if (Math.abs(score) > threshold) {
                found.add(new Anomaly(t, y[t], y[t] - rest[t], score));
            }
        }
        return found;
    }

    private static double[] remainder(double[] y, int period) {
        double[] rest = new double[y.length];
        if (period > 1 && y.length >= 2 * period) {
            StlOptions options = y.length < CYCLES_THAT_MAY_CHANGE * period
                    ? StlOptions.periodic(period, y.length, true)
                    : StlOptions.of(period, SEASONAL_WINDOW, true);
            Decomposition parts = Stl.of(y, options.withTrend(StlOptions.Smoothing.of(TREND_CYCLES * period + 1, 1)));
            System.arraycopy(parts.remainder(), 0, rest, 0, y.length);
        } else {
            double[] trend = RobustTrend.of(y, TREND_WINDOW);
            Arrays.setAll(rest, t -> y[t] - trend[t]);
        }
        double largest = Arrays.stream(y).map(Math::abs).max().orElse(0);
        return Arrays.stream(rest)
                .map(v -> Math.abs(v) <= ROUNDING * largest ? 0 : v)
                .toArray();
    }
}
