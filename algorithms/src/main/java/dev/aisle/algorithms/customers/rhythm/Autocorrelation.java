package dev.aisle.algorithms.customers.rhythm;

import org.hipparchus.special.Erf;

/**
 * How much an evenly spaced series, such as visits a day, resembles itself some steps later.
 *
 * @see <a href="https://doi.org/10.1002/9781118619193">Box, Jenkins, Reinsel 2008, ch. 2</a>
 */
public final class Autocorrelation {
    /** What equal values seem to vary by rounding. */
    private static final double ROUNDING = 1e-24;

    private Autocorrelation() {}

    /**
     * The correlations at lags 0 … most; all 0 but the first when the series doesn't vary.
     *
     * @param series finite, longer than {@code most}
     * @param most ≥ 0
     */
    public static double[] of(double[] series, int most) {
        if (most < 0 || series.length <= most) {
            throw new IllegalArgumentException("series: expected more than " + most + " values, were " + series.length);
        }
        double mean = 0;
        double squares = 0;
        for (double value : series) {
            mean += value / series.length;
            squares += value * value;
        }
        if (!Double.isFinite(squares)) {
            throw new IllegalArgumentException("series: expected finite values whose squares are finite");
        }
        double[] correlations = new double[most + 1];
        double variance = covariance(series, mean, 0);
        correlations[0] = 1;
        for (int lag = 1; lag <= most; lag++) {
            correlations[lag] = variance > ROUNDING * squares ? covariance(series, mean, lag) / variance : 0;
        }
        return correlations;
    }

    /**
     * The lag at which the series resembles itself most. Of pure chance the correlation is normal around {@code −1/n} with variance
     * {@code 1/n}; the false alarm is that, times the lags that were looked at (Bonferroni).
     *
     * @param shortest first lag that is looked at, ≥ 2, since neighbours resemble each other without a period
     * @param longest last one, ≥ shortest
     */
    public static Period strongest(double[] series, int shortest, int longest) {
        if (shortest < 2 || longest < shortest) {
            throw new IllegalArgumentException(
                    "lags: expected 2 ≤ shortest ≤ longest, was " + shortest + ", " + longest);
        }
        double[] correlations = of(series, longest);
        int best = shortest;
        for (int lag = shortest + 1; lag <= longest; lag++) {
            best = correlations[lag] > correlations[best] ? lag : best;
        }
        double n = series.length;
        double z = (correlations[best] + 1 / n) * Math.sqrt(n);
        double single = correlations[best] > 0 ? Erf.erfc(z / Math.sqrt(2)) / 2 : 1;
        return new Period(best, Math.max(0, correlations[best]), Math.min(1, single * (longest - shortest + 1)));
    }

    private static double covariance(double[] series, double mean, int lag) {
        double sum = 0;
        for (int n = 0; n + lag < series.length; n++) {
            sum += (series[n] - mean) * (series[n + lag] - mean);
        }
        return sum;
    }
}
