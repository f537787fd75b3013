package dev.aisle.algorithms.forecast.decompose;

import java.util.Arrays;
import java.util.List;

/**
 * Classical decomposition: the trend is a centred moving average over a season, the season the mean of what it leaves.
 *
 * @param trend NaN in the half season at either end
 * @param figure one season, of mean 0 (additive) or 1 (multiplicative), beginning at the first value
 * @param multiplicative whether parts are multiplied
 * @see <a href="https://stat.ethz.ch/R-manual/R-devel/library/stats/html/decompose.html">R: decompose</a>
 */
public record Classical(double[] trend, double[] figure, boolean multiplicative) {
    /**
     * Decomposes.
     *
     * @param y finite values, at least two seasons
     * @param period values in a season, ≥ 2
     * @param multiplicative whether parts are multiplied; then values must be above 0
     */
    public static Classical of(double[] y, int period, boolean multiplicative) {
        if (period < 2) {
            throw new IllegalArgumentException("frequency: expected ≥ 2, got " + period);
        }
        if (y.length < 2 * period) {
            throw new IllegalArgumentException(
                    "y: expected at least two seasons of " + period + " values, got " + y.length);
        }
        if (multiplicative && Arrays.stream(y).anyMatch(value -> value <= 0)) {
            throw new IllegalArgumentException("y: a multiplicative season needs values above 0");
        }
        double[] trend = trend(y, period);
        return new Classical(trend, figure(y, trend, period, multiplicative), multiplicative);
    }

    /** Mean over a season around each value; of an even season the outer two count half. */
    private static double[] trend(double[] y, int period) {
        double[] trend = new double[y.length];
        Arrays.fill(trend, Double.NaN);
        int half = period / 2;
        double edge = period % 2 == 0 ? 0.5 : 1;
        for (int t = half; t < y.length - half; t++) {
            double sum = edge * (y[t - half] + y[t + half]);
            for (int i = t - half + 1; i < t + half; i++) {
                sum += y[i];
            }
            trend[t] = sum / period;
        }
        return trend;
    }

    private static double[] figure(double[] y, double[] trend, int period, boolean multiplicative) {
        double[] sums = new double[period];
        int[] counts = new int[period];
        for (int t = 0; t < y.length; t++) {
            if (!Double.isNaN(trend[t])) {
                sums[t % period] += multiplicative ? y[t] / trend[t] : y[t] - trend[t];
                counts[t % period]++;
            }
        }
        double[] means = new double[period];
        Arrays.setAll(means, s -> sums[s] / counts[s]);
        double mean = Arrays.stream(means).average().orElseThrow();
        return Arrays.stream(means)
                .map(s -> multiplicative ? s / mean : s - mean)
                .toArray();
    }

    /** The season at a place of the series, or after it. */
    public double season(int place) {
        return figure[place % figure.length];
    }

    /** The series without its season. */
    public double[] adjusted(double[] y) {
        double[] adjusted = new double[y.length];
        Arrays.setAll(adjusted, t -> multiplicative ? y[t] / season(t) : y[t] - season(t));
        return adjusted;
    }

    /** The three parts. */
    public Decomposition parts(double[] y) {
        double[] seasonal = new double[y.length];
        double[] remainder = new double[y.length];
        double[] weights = new double[y.length];
        Arrays.fill(weights, 1);
        Arrays.setAll(seasonal, this::season);
        Arrays.setAll(remainder, t -> multiplicative ? y[t] / (trend[t] * seasonal[t]) : y[t] - trend[t] - seasonal[t]);
        return new Decomposition(trend, List.of(new Decomposition.Season(figure.length, seasonal)), remainder, weights);
    }
}
