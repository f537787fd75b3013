package dev.aisle.algorithms.forecast.ets;

import dev.aisle.algorithms.forecast.ets.EtsModel.Component;
import java.util.function.ToDoubleFunction;

/** What the search makes small: −2 log-likelihood or the mean squared error; infinite outside of the bounds. */
final class EtsObjective implements ToDoubleFunction<double[]> {
    static final double LEAST = 1e-4;
    static final double MOST = 0.9999;
    static final double LEAST_PHI = 0.8;
    static final double MOST_PHI = 0.98;

    /** Perfect fits end here. */
    private static final double FLOOR = -1e10;

    private final EtsModel model;
    private final Criterion criterion;
    private final Admissible admissible;
    private final EtsRecursion recursion;
    private final double[] season;

    EtsObjective(EtsRecursion recursion, Criterion criterion) {
        this.recursion = recursion;
        this.model = recursion.model;
        this.criterion = criterion;
        admissible = new Admissible(model, recursion.period);
        season = new double[recursion.ring.length];
    }

    @Override
    public double applyAsDouble(double[] x) {
        int at = 0;
        double alpha = x[at++];
        double beta = model.hasTrend() ? x[at++] : 0;
        double gamma = model.seasonal() ? x[at++] : 0;
        double phi = model.damped() ? x[at++] : 1;
        if (!inBounds(alpha, beta, gamma, phi) || !admissible.test(alpha, beta, gamma, phi)) {
            return Double.POSITIVE_INFINITY;
        }
        double level = x[at++];
        double growth = model.hasTrend() ? x[at++] : 0;
        if (model.seasonal()) {
            EtsParameters.season(model, x, at, season);
            if (model.season() == Component.MULTIPLICATIVE && negative()) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double likelihood = recursion.run(alpha, beta, gamma, phi, level, growth, season);
        double value = criterion == Criterion.LIKELIHOOD
                ? Math.max(FLOOR, likelihood)
                : recursion.squares / recursion.y.length;
        return Double.isNaN(likelihood) || Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    private boolean negative() {
        for (double value : season) {
            if (value < 0) {
                return true;
            }
        }
        return false;
    }

    private boolean inBounds(double alpha, double beta, double gamma, double phi) {
        return within(alpha, MOST)
                && (!model.hasTrend() || within(beta, Math.min(alpha, MOST)))
                && (!model.seasonal() || within(gamma, Math.min(1 - alpha, MOST)))
                && (!model.damped() || (phi >= LEAST_PHI && phi <= MOST_PHI));
    }

    private static boolean within(double value, double most) {
        return value >= LEAST && value <= most;
    }
}
