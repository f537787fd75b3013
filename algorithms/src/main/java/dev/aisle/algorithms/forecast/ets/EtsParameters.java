package dev.aisle.algorithms.forecast.ets;

/**
 * The parameters of a model.
 *
 * @param alpha how fast the level follows
 * @param beta how fast the growth follows; 0 without trend
 * @param gamma how fast the season follows; 0 without season
 * @param phi what is left of the growth after a step; 1 when not damped
 * @param level level before the first value
 * @param growth growth before the first value; 0 without trend
 * @param season season of the first value, the second, …; empty without season
 */
public record EtsParameters(
        double alpha, double beta, double gamma, double phi, double level, double growth, double[] season) {
    /** From the vector that the search moves: α, β, γ, φ as far as there, level, growth, season from its last value down to its second. */
    static EtsParameters of(EtsModel model, int period, double[] x) {
        int at = 0;
        double alpha = x[at++];
        double beta = model.hasTrend() ? x[at++] : 0;
        double gamma = model.seasonal() ? x[at++] : 0;
        double phi = model.damped() ? x[at++] : 1;
        double level = x[at++];
        double growth = model.hasTrend() ? x[at++] : 0;
        double[] season = new double[model.seasonal() ? period : 0];
        if (model.seasonal()) {
            season(model, x, at, season);
        }
        return new EtsParameters(alpha, beta, gamma, phi, level, growth, season);
    }

    /** Fills in a season whose values sum to 0, or to their number when multiplicative; the first value takes up the rest. */
    static void season(EtsModel model, double[] x, int from, double[] into) {
        double sum = 0;
        int m = into.length;
        for (int s = 1; s < m; s++) {
            into[s] = x[from + m - 1 - s];
            sum += into[s];
        }
        into[0] = (model.season() == EtsModel.Component.MULTIPLICATIVE ? m : 0) - sum;
    }
}
