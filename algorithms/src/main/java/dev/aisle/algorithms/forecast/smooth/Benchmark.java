package dev.aisle.algorithms.forecast.smooth;

import dev.aisle.algorithms.forecast.series.Forecast;
import dev.aisle.algorithms.forecast.series.Levels;
import dev.aisle.algorithms.forecast.series.Series;
import java.util.Arrays;

/**
 * The forecasts that every other must beat. Intervals as in R's forecast package: from the errors of the past, normal, and
 * Student's t for the mean; none where the past shows no error.
 *
 * @see <a href="https://otexts.com/fpp3/simple-methods.html">Hyndman, Athanasopoulos: Forecasting, 5.2 and 5.5</a>
 */
public enum Benchmark {
    /** The last value. */
    NAIVE {
        @Override
        public Forecast forecast(Series series, int h, Levels levels) {
            return repeat("naive", series, 1, h, levels);
        }
    },
    /** The last value of the same season; the last value when there isn't more than one season. */
    SEASONAL_NAIVE {
        @Override
        public Forecast forecast(Series series, int h, Levels levels) {
            if (series.length() <= series.period()) {
                return NAIVE.forecast(series, h, levels).noted("no more than one season: its last value is repeated");
            }
            return repeat("seasonal naive", series, series.period(), h, levels);
        }
    },
    /** The last value and the mean change per step. */
    DRIFT {
        @Override
        public Forecast forecast(Series series, int h, Levels levels) {
            int n = series.length();
            if (n < 2) {
                return NAIVE.forecast(series, h, levels).noted("one value shows no change");
            }
            double drift = (series.get(n - 1) - series.get(0)) / (n - 1);
            double[] mean = new double[Forecast.horizon(h)];
            Arrays.setAll(mean, i -> series.get(n - 1) + (i + 1) * drift);
            if (n < 3) {
                return Forecast.withoutIntervals("drift", mean, "two values show one change and no spread");
            }
            double squares = 0;
            for (int t = 1; t < n; t++) {
                squares += Math.pow(series.get(t) - series.get(t - 1) - drift, 2);
            }
            double variance = squares / (n - 2);
            double[] deviation = new double[h];
            Arrays.setAll(deviation, i -> Math.sqrt(variance * (i + 1) * (1 + (i + 1.0) / (n - 1))));
            return Forecast.normal("drift", mean, deviation, levels);
        }
    },
    /** The mean of all values. */
    MEAN {
        @Override
        public Forecast forecast(Series series, int h, Levels levels) {
            int n = series.length();
            double mean = series.mean();
            double[] means = new double[Forecast.horizon(h)];
            Arrays.fill(means, mean);
            if (n < 2) {
                return Forecast.withoutIntervals("mean", means, "one value shows no spread");
            }
            double squares = 0;
            for (int t = 0; t < n; t++) {
                squares += (series.get(t) - mean) * (series.get(t) - mean);
            }
            double[] deviation = new double[h];
            Arrays.fill(deviation, Math.sqrt(squares / (n - 1) * (1 + 1.0 / n)));
            return Forecast.around("mean", means, deviation, levels, levels.student(n - 1));
        }
    };

    /**
     * Forecasts.
     *
     * @param h steps, ≥ 1
     */
    public abstract Forecast forecast(Series series, int h, Levels levels);

    /** The last {@code lag} values again and again; the variance grows by that of a step of {@code lag} each time. */
    private static Forecast repeat(String name, Series series, int lag, int h, Levels levels) {
        int n = series.length();
        double[] mean = new double[Forecast.horizon(h)];
        Arrays.setAll(mean, i -> series.get(n - lag + i % lag));
        if (n <= lag) {
            return Forecast.withoutIntervals(name, mean, "one value shows no spread");
        }
        double squares = 0;
        for (int t = lag; t < n; t++) {
            squares += Math.pow(series.get(t) - series.get(t - lag), 2);
        }
        double variance = squares / (n - lag);
        double[] deviation = new double[h];
        Arrays.setAll(deviation, i -> Math.sqrt(variance * (i / lag + 1)));
        return Forecast.normal(name, mean, deviation, levels);
    }
}
