package dev.aisle.algorithms.forecast.ets;

import java.util.Arrays;

/**
 * A fitted model.
 *
 * @param model which
 * @param period values in a season
 * @param parameters fitted, with the state before the first value
 * @param loglik log-likelihood up to a constant, as R counts it: {@code −½(n·log Σe² [+ 2·Σ log|f|])}
 * @param aicc Akaike's criterion, corrected for short series; infinite when there are hardly more values than parameters
 * @param sigma2 variance of the model's errors, Σe² over n less the parameters
 * @param mse mean squared error of one step in the units of the series
 * @param last state after the last value
 * @param fitted one-step forecasts of the past
 */
public record EtsFit(
        EtsModel model,
        int period,
        EtsParameters parameters,
        double loglik,
        double aicc,
        double sigma2,
        double mse,
        Last last,
        double[] fitted) {
    /**
     * The state after the last value.
     *
     * @param level of the series without season
     * @param growth per step; 0 without trend
     * @param season of the next value, the one after, …; empty without season
     */
    public record Last(double level, double growth, double[] season) {}

    /** Runs the model with given parameters over a series; nothing is searched. */
    public static EtsFit at(double[] y, int period, EtsModel model, EtsParameters p) {
        EtsRecursion recursion = new EtsRecursion(y, period, model);
        double twice = recursion.run(p.alpha(), p.beta(), p.gamma(), p.phi(), p.level(), p.growth(), p.season());
        int n = y.length;
        int fittedParameters = model.smoothing() + model.starts(period);
        int counted = fittedParameters + 1; // and the variance
        double squares = 0;
        for (int t = 0; t < n; t++) {
            squares += (y[t] - recursion.fitted[t]) * (y[t] - recursion.fitted[t]);
        }
        int spare = n - counted - 1;
        return new EtsFit(
                model,
                period,
                p,
                -twice / 2,
                spare > 0 ? twice + 2.0 * counted + 2.0 * counted * (counted + 1) / spare : Double.POSITIVE_INFINITY,
                recursion.squares / Math.max(1, n - fittedParameters),
                squares / n,
                new Last(recursion.level, recursion.growth, season(recursion)),
                recursion.fitted);
    }

    private static double[] season(EtsRecursion recursion) {
        double[] next = new double[recursion.ring.length];
        Arrays.setAll(next, s -> recursion.ring[(recursion.y.length + s) % next.length]);
        return next;
    }

    /** How many parameters were fitted, the variance among them. */
    public int parameterCount() {
        return model.smoothing() + model.starts(period) + 1;
    }

    /** Akaike's criterion. */
    public double aic() {
        return -2 * loglik + 2 * parameterCount();
    }

    /** Schwarz' criterion. */
    public double bic() {
        return -2 * loglik + Math.log(fitted.length) * parameterCount();
    }
}
