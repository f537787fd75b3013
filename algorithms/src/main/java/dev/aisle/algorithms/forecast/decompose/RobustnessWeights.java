package dev.aisle.algorithms.forecast.decompose;

import java.util.Arrays;

/** Bisquare weights {@code (1 − (r / 6·median|r|)²)²} that give outliers little say. */
final class RobustnessWeights {
    private static final double EDGE = 0.001;

    private RobustnessWeights() {}

    /**
     * Weights of values from how far they lie from their fit.
     *
     * @param into overwritten, 0 to 1
     */
    static void of(double[] y, double[] fit, double[] into) {
        double[] residual = new double[y.length];
        Arrays.setAll(residual, t -> Math.abs(y[t] - fit[t]));
        double[] sorted = residual.clone();
        Arrays.sort(sorted);
        int upper = sorted.length / 2;
        weigh(residual, 3 * (sorted[upper] + sorted[sorted.length - 1 - upper]), into);
    }

    /**
     * @param residual sizes
     * @param h six times their median: from here on a weight is 0
     */
    static void weigh(double[] residual, double h, double[] into) {
        for (int t = 0; t < residual.length; t++) {
            double x = residual[t] / h;
            if (residual[t] <= EDGE * h) {
                into[t] = 1;
            } else {
                into[t] = residual[t] <= (1 - EDGE) * h ? (1 - x * x) * (1 - x * x) : 0;
            }
        }
    }
}
