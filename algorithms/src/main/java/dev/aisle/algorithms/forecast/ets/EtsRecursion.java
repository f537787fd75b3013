package dev.aisle.algorithms.forecast.ets;

import dev.aisle.algorithms.forecast.ets.EtsModel.Component;

/**
 * Runs a model over a series: one-step forecasts, errors and the states after it. Buffers are kept from run to run.
 *
 * @see <a href="https://doi.org/10.1007/978-3-540-71918-2">Hyndman, Koehler, Ord, Snyder 2008, table 2.2 and 2.3</a>
 */
final class EtsRecursion {
    /** Divisors nearer to 0 are taken for 0, and what they divide for {@link #HUGE}, so that a search turns away. */
    private static final double TINY = 1e-10;

    private static final double HUGE = 1e10;

    final double[] y;
    final EtsModel model;
    final int period;
    final double[] fitted;
    /** Errors as the model has them: relative when multiplicative. */
    final double[] errors;
    /** Season by place modulo period. */
    final double[] ring;

    double level;
    double growth;
    double squares;
    private double logs;

    EtsRecursion(double[] y, int period, EtsModel model) {
        this.y = y;
        this.model = model;
        this.period = period;
        fitted = new double[y.length];
        errors = new double[y.length];
        ring = new double[model.seasonal() ? period : 0];
    }

    /**
     * Runs.
     *
     * @param season read before {@link #ring} is written, may be it
     * @return −2 log-likelihood up to a constant: {@code n·log Σe² + 2·Σ log|f|}; NaN when a multiplicative growth falls below 0
     */
    double run(double alpha, double beta, double gamma, double phi, double level0, double growth0, double[] season) {
        level = level0;
        growth = growth0;
        System.arraycopy(season, 0, ring, 0, ring.length);
        squares = 0;
        logs = 0;
        double share = beta / alpha;
        int s = 0;
        for (int t = 0; t < y.length; t++) {
            if (model.trend() == Component.MULTIPLICATIVE && growth < 0) {
                return Double.NaN;
            }
            double before = level;
            double grown = grown(phi);
            double base = base(grown);
            double old = ring.length == 0 ? 0 : ring[s];
            error(t, forecast(base, old));
            level = base + alpha * (adjusted(y[t], old) - base);
            if (model.hasTrend()) {
                double change = model.trend() == Component.ADDITIVE ? level - before : ratio(level, before);
                growth = grown + share * (change - grown);
            }
            if (ring.length > 0) {
                double now = model.season() == Component.ADDITIVE ? y[t] - base : ratio(y[t], base);
                ring[s] = old + gamma * (now - old);
                s = s + 1 == period ? 0 : s + 1;
            }
        }
        return y.length * Math.log(squares) + (model.error() == Component.MULTIPLICATIVE ? 2 * logs : 0);
    }

    private void error(int t, double forecast) {
        fitted[t] = forecast;
        double error = y[t] - forecast;
        if (model.error() == Component.MULTIPLICATIVE) {
            error /= Math.abs(forecast) < TINY ? forecast + TINY : forecast;
            logs += Math.log(Math.abs(forecast));
        }
        errors[t] = error;
        squares += error * error;
    }

    /** The growth of one step, damped. */
    private double grown(double phi) {
        return switch (model.trend()) {
            case NONE -> 0;
            case ADDITIVE -> phi * growth;
            case MULTIPLICATIVE -> phi == 1 ? growth : Math.pow(growth, phi);
        };
    }

    private double base(double grown) {
        return model.trend() == Component.MULTIPLICATIVE ? level * grown : level + grown;
    }

    private double forecast(double base, double season) {
        return model.season() == Component.MULTIPLICATIVE ? base * season : base + season;
    }

    private double adjusted(double value, double season) {
        return model.season() == Component.MULTIPLICATIVE ? ratio(value, season) : value - season;
    }

    private static double ratio(double value, double by) {
        return Math.abs(by) < TINY ? HUGE : value / by;
    }
}
