package dev.aisle.algorithms.forecast.decompose;

import java.util.Arrays;

/** The slow course of a series without season: LOESS lines, repeated with less weight for what lies far off. */
public final class RobustTrend {
    private static final int ROUNDS = 5;

    private RobustTrend() {}

    /**
     * Smooths.
     *
     * @param y finite values, at least one
     * @param window values that a local line looks at, ≥ 3
     * @return one per value
     */
    public static double[] of(double[] y, int window) {
        StlOptions.Smoothing smoothing = new StlOptions.Smoothing(window, 1, 1);
        Loess loess = new Loess(smoothing.window(), smoothing.degree(), smoothing.jump(), y.length);
        double[] trend = new double[y.length];
        double[] weights = new double[y.length];
        Arrays.fill(weights, 1);
        for (int round = 0; round < ROUNDS; round++) {
            loess.smooth(y, y.length, weights, trend, 0);
            RobustnessWeights.of(y, trend, weights);
        }
        return trend;
    }
}
