package dev.aisle.algorithms.forecast.ets;

import dev.aisle.algorithms.forecast.ets.EtsModel.Component;
import dev.aisle.algorithms.forecast.series.Forecast;
import dev.aisle.algorithms.forecast.series.Levels;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Intervals as quantiles of simulated futures. */
final class EtsSimulation {
    private static final int PATHS = 5000;

    private EtsSimulation() {}

    static Forecast of(EtsFit fit, double[] mean, Levels levels, long seed) {
        int h = mean.length;
        SplittableRandom random = new SplittableRandom(seed);
        double deviation = Math.sqrt(fit.sigma2());
        double[][] values = new double[h][PATHS];
        for (int path = 0; path < PATHS; path++) {
            double[] errors = new double[h];
            Arrays.setAll(errors, i -> deviation * random.nextGaussian());
            double[] future = path(fit, errors);
            for (int i = 0; i < h; i++) {
                values[i][path] = future[i];
            }
        }
        double[][] lower = new double[h][levels.count()];
        double[][] upper = new double[h][levels.count()];
        for (int i = 0; i < h; i++) {
            Arrays.sort(values[i]);
            for (int level = 0; level < levels.count(); level++) {
                double tail = levels.upperTail(level);
                lower[i][level] = quantile(values[i], 1 - tail);
                upper[i][level] = quantile(values[i], tail);
            }
        }
        return Forecast.of(fit.model().label(), mean, levels, lower, upper);
    }

    /** One future of a model from its last state with given errors, which are relative in a model of multiplicative error. */
    static double[] path(EtsFit fit, double[] errors) {
        EtsModel model = fit.model();
        EtsParameters p = fit.parameters();
        double level = fit.last().level();
        double growth = fit.last().growth();
        double[] season = fit.last().season().clone();
        double[] future = new double[errors.length];
        for (int i = 0; i < errors.length; i++) {
            double grown = model.trend() == Component.MULTIPLICATIVE ? Math.pow(growth, p.phi()) : p.phi() * growth;
            double base = model.trend() == Component.MULTIPLICATIVE ? level * grown : level + grown;
            int s = season.length == 0 ? 0 : i % season.length;
            double old = season.length == 0 ? 0 : season[s];
            boolean multiplied = model.season() == Component.MULTIPLICATIVE;
            double expected = multiplied ? base * old : base + old;
            double error = model.error() == Component.MULTIPLICATIVE ? expected * errors[i] : errors[i];
            future[i] = expected + error;
            double next = base + p.alpha() * (multiplied ? error / old : error);
            if (model.hasTrend()) {
                double change = model.trend() == Component.MULTIPLICATIVE ? next / level : next - level;
                growth = grown + p.beta() / p.alpha() * (change - grown);
                // A factor below 0 has no power φ: such a path ends at 0.
                growth = model.trend() == Component.MULTIPLICATIVE ? Math.max(0, growth) : growth;
            }
            if (season.length > 0) {
                season[s] = old + p.gamma() * (multiplied ? error / base : error);
            }
            level = next;
        }
        return future;
    }

    /** Linear between order statistics, nearly unbiased for the median (type 8 of Hyndman and Fan 1996). */
    private static double quantile(double[] sorted, double p) {
        double place = (sorted.length + 1 / 3.0) * p + 1 / 3.0 - 1;
        int below = Math.clamp((int) Math.floor(place), 0, sorted.length - 2);
        return sorted[below] + Math.clamp(place - below, 0, 1) * (sorted[below + 1] - sorted[below]);
    }
}
