package dev.aisle.algorithms.forecast.ets;

import dev.aisle.algorithms.forecast.ets.EtsModel.Component;
import dev.aisle.algorithms.forecast.series.Forecast;
import dev.aisle.algorithms.forecast.series.Levels;
import java.util.Arrays;

/** Forecasts of a fitted model: normal with the exact variance where there is a formula, simulated otherwise. */
public final class EtsForecast {
    private EtsForecast() {}

    /**
     * Forecasts.
     *
     * @param h steps, ≥ 1
     * @param seed of the simulation, which only models with a multiplicative trend, or an additive error and a multiplicative
     *     season, need
     */
    public static Forecast of(EtsFit fit, int h, Levels levels, long seed) {
        EtsModel model = fit.model();
        double[] mean = means(fit, Forecast.horizon(h));
        if (model.trend() == Component.MULTIPLICATIVE
                || (model.error() == Component.ADDITIVE && model.season() == Component.MULTIPLICATIVE)) {
            return EtsSimulation.of(fit, mean, levels, seed);
        }
        if (model.season() == Component.MULTIPLICATIVE) {
            Moments moments = MultiplicativeSeason.moments(fit, h);
            return normal(fit, moments.mean(), moments.variance(), levels);
        }
        double[] variance = model.error() == Component.ADDITIVE ? additive(fit, h) : relative(fit, mean);
        return normal(fit, mean, variance, levels);
    }

    /** Mean and variance per step. */
    record Moments(double[] mean, double[] variance) {}

    private static Forecast normal(EtsFit fit, double[] mean, double[] variance, Levels levels) {
        double[] deviation = Arrays.stream(variance).map(Math::sqrt).toArray();
        return Forecast.normal(fit.model().label(), mean, deviation, levels);
    }

    /** Forecasts without any error to come. */
    static double[] means(EtsFit fit, int h) {
        double phi = fit.parameters().phi();
        double[] season = fit.last().season();
        double[] mean = new double[h];
        double sum = 0;
        for (int i = 0; i < h; i++) {
            sum += Math.pow(phi, i + 1);
            double level = fit.model().trend() == Component.MULTIPLICATIVE
                    ? fit.last().level() * Math.pow(fit.last().growth(), sum)
                    : fit.last().level() + sum * fit.last().growth();
            double s = season.length == 0 ? 0 : season[i % season.length];
            mean[i] = fit.model().season() == Component.MULTIPLICATIVE ? level * s : level + s;
        }
        return mean;
    }

    /** {@code c_j = α + β(φ + … + φ^j) + γ·[j is a multiple of the season]}: what an error changes j steps later. */
    private static double[] echoes(EtsFit fit, int h) {
        EtsParameters p = fit.parameters();
        double[] c = new double[h];
        double sum = 0;
        for (int j = 1; j < h; j++) {
            sum += Math.pow(p.phi(), j);
            c[j] = p.alpha() + p.beta() * sum + (j % fit.period() == 0 ? p.gamma() : 0);
        }
        return c;
    }

    /** Additive error: {@code σ²(1 + Σ_{j<h} c_j²)} (table 6.2 of the book). */
    private static double[] additive(EtsFit fit, int h) {
        double[] c = echoes(fit, h);
        double[] variance = new double[h];
        double sum = 1;
        for (int i = 0; i < h; i++) {
            sum += c[i] * c[i];
            variance[i] = fit.sigma2() * sum;
        }
        return variance;
    }

    /** Multiplicative error, the rest additive: {@code (1+σ²)θ_h − μ_h²}, {@code θ_h = μ_h² + σ² Σ_{j<h} c_j² θ_{h−j}} (6.3). */
    private static double[] relative(EtsFit fit, double[] mean) {
        double[] c = echoes(fit, mean.length);
        double[] theta = new double[mean.length];
        double[] variance = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (int j = 1; j <= i; j++) {
                sum += c[j] * c[j] * theta[i - j];
            }
            theta[i] = mean[i] * mean[i] + fit.sigma2() * sum;
            variance[i] = (1 + fit.sigma2()) * theta[i] - mean[i] * mean[i];
        }
        return variance;
    }
}
