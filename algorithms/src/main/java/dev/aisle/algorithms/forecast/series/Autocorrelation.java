package dev.aisle.algorithms.forecast.series;

import java.util.Arrays;

/** How alike a series is to itself some steps before. */
public final class Autocorrelation {
    private Autocorrelation() {}

    /**
     * Autocorrelations of the lags 0 to {@code most}: {@code r_k = Σ (y_t − ȳ)(y_{t−k} − ȳ) / Σ (y_t − ȳ)²}.
     *
     * @return length {@code most + 1}, the first 1; 0 from lag 1 on for a constant series and for lags beyond its length
     * @see <a href="https://otexts.com/fpp3/acf.html">Hyndman, Athanasopoulos: Forecasting, 2.8</a>
     */
    public static double[] of(double[] values, int most) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double[] centred = Arrays.stream(values).map(value -> value - mean).toArray();
        double[] r = new double[most + 1];
        r[0] = 1;
        double variance = product(centred, 0);
        for (int lag = 1; lag <= most && lag < values.length && variance > 0; lag++) {
            r[lag] = product(centred, lag) / variance;
        }
        return r;
    }

    private static double product(double[] values, int lag) {
        double sum = 0;
        for (int t = lag; t < values.length; t++) {
            sum += values[t] * values[t - lag];
        }
        return sum;
    }
}
