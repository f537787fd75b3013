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
    private static final double LARGE = 1e100;

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
    private double product;

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
     * @param season read before {@link #ring} is written
     * @return −2 log-likelihood up to a constant: {@code n·log Σe² + 2·Σ log|f|}; NaN when a multiplicative growth falls below 0
     */
    double run(double alpha, double beta, double gamma, double phi, double level0, double growth0, double[] season) {
        level = level0;
        growth = growth0;
        System.arraycopy(season, 0, ring, 0, ring.length);
        squares = 0;
        logs = 0;
        product = 1;
        boolean defined = true;
        if (model.trend() == Component.MULTIPLICATIVE) {
            defined = multiplied(alpha, beta, gamma, phi);
        } else if (model.season() == Component.MULTIPLICATIVE) {
            seasonal(alpha, beta, gamma, phi);
        } else {
            linear(alpha, beta, gamma, phi);
        }
        boolean relative = model.error() == Component.MULTIPLICATIVE;
        double likelihood = y.length * Math.log(squares) + (relative ? 2 * (logs + Math.log(product)) : 0);
        return defined ? likelihood : Double.NaN;
    }

    /** Trend none or additive, season none or additive: every state moves by its share of the error. */
    private void linear(double alpha, double beta, double gamma, double phi) {
        int s = 0;
        boolean seasonal = ring.length > 0;
        for (int t = 0; t < y.length; t++) {
            double grown = phi * growth;
            double base = level + grown;
            double old = seasonal ? ring[s] : 0;
            double error = error(t, base + old);
            level = base + alpha * error;
            growth = grown + beta * error;
            if (seasonal) {
                ring[s] = old + gamma * error;
                s = s + 1 == period ? 0 : s + 1;
            }
        }
    }

    /** Trend none or additive, season multiplicative. */
    private void seasonal(double alpha, double beta, double gamma, double phi) {
        int s = 0;
        for (int t = 0; t < y.length; t++) {
            double grown = phi * growth;
            double base = level + grown;
            double old = ring[s];
            error(t, base * old);
            double off = ratio(y[t], old) - base;
            level = base + alpha * off;
            growth = grown + beta * off;
            ring[s] = old + gamma * (ratio(y[t], base) - old);
            s = s + 1 == period ? 0 : s + 1;
        }
    }

    /** Trend multiplicative, any season; false when the growth falls below 0. */
    private boolean multiplied(double alpha, double beta, double gamma, double phi) {
        boolean times = model.season() == Component.MULTIPLICATIVE;
        double share = beta / alpha;
        int s = 0;
        for (int t = 0; t < y.length; t++) {
            if (growth < 0) {
                return false;
            }
            double before = level;
            double grown = phi == 1 ? growth : Math.pow(growth, phi);
            double base = level * grown;
            double old = ring.length == 0 ? 0 : ring[s];
            error(t, times ? base * old : base + old);
            level = base + alpha * ((times ? ratio(y[t], old) : y[t] - old) - base);
            growth = grown + share * (ratio(level, before) - grown);
            if (ring.length > 0) {
                ring[s] = old + gamma * ((times ? ratio(y[t], base) : y[t] - base) - old);
                s = s + 1 == period ? 0 : s + 1;
            }
        }
        return true;
    }

    /** Counts an error; returns what came less the forecast. */
    private double error(int t, double forecast) {
        fitted[t] = forecast;
        double off = y[t] - forecast;
        double error = off;
        if (model.error() == Component.MULTIPLICATIVE) {
            error /= Math.abs(forecast) < TINY ? forecast + TINY : forecast;
            // The logarithm of a product instead of a sum of logarithms, which took a third of the time.
            product *= Math.abs(forecast);
            if (!(product < LARGE && product > 1 / LARGE)) {
                logs += Math.log(product);
                product = 1;
            }
        }
        errors[t] = error;
        squares += error * error;
        return off;
    }

    private static double ratio(double value, double by) {
        return Math.abs(by) < TINY ? HUGE : value / by;
    }
}
