package dev.aisle.algorithms.forecast.decompose;

import java.util.Arrays;
import java.util.List;

/**
 * A series taken apart; {@code y = trend + Σ seasonal + remainder}, or the product of them when multiplicative.
 *
 * @param trend per value; NaN at both ends of a classical decomposition, where a moving average has no value
 * @param seasonal per season, shortest period first, its values
 * @param remainder what is left; NaN where the trend is
 * @param weights robustness weights 0 to 1 per value; all 1 when not robust
 */
public record Decomposition(double[] trend, List<Season> seasonal, double[] remainder, double[] weights) {
    /**
     * One season.
     *
     * @param period values in it
     * @param values its part in each value of the series
     */
    public record Season(int period, double[] values) {}

    /**
     * Strength of the trend: {@code max(0, 1 − Var(R) / Var(T + R))}, 0 to 1. Of an additive decomposition without gaps.
     *
     * @see <a href="https://otexts.com/fpp3/stlfeatures.html">Hyndman, Athanasopoulos: Forecasting, 4.3</a>
     */
    public double trendStrength() {
        return strength(trend);
    }

    /** Strength of a season: {@code max(0, 1 − Var(R) / Var(S + R))}, 0 to 1. */
    public double seasonalStrength(int season) {
        return strength(seasonal.get(season).values());
    }

    private double strength(double[] part) {
        double[] with = new double[part.length];
        Arrays.setAll(with, t -> part[t] + remainder[t]);
        double whole = variance(with);
        return whole > 0 ? Math.max(0, 1 - variance(remainder) / whole) : 0;
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    }
}
