package dev.aisle.algorithms.forecast.smooth;

import dev.aisle.algorithms.forecast.series.Series;

/** One run of Holt's and Winters' equations over a series; buffers are kept from run to run. */
final class HoltWintersRecursion {
    private static final double UNBOUNDED = 1e300;

    final Series series;
    final HoltWintersModel model;
    final HoltWintersStart start;
    final int first;
    final double[] fitted;
    final double[] residuals;
    final double[] season;
    double level;
    double growth;

    HoltWintersRecursion(Series series, HoltWintersModel model, HoltWintersStart start) {
        this.series = series;
        this.model = model;
        this.start = start;
        first = HoltWintersStart.first(series.period(), model);
        fitted = new double[series.length() - first];
        residuals = new double[fitted.length];
        season = new double[start.season().length];
    }

    /** Runs; returns the sum of squared errors, never NaN. Afterwards {@link #season} begins with the season of the next value. */
    double run(double alpha, double beta, double gamma) {
        level = start.level();
        growth = start.growth();
        System.arraycopy(start.season(), 0, season, 0, season.length);
        boolean multiplied = model.season() == HoltWintersModel.Season.MULTIPLICATIVE;
        double squares = 0;
        for (int t = first; t < series.length(); t++) {
            int place = season.length == 0 ? 0 : (t - first) % season.length;
            double old = season.length == 0 ? 0 : season[place];
            double base = level + growth;
            double y = series.get(t);
            fitted[t - first] = multiplied ? base * old : base + old;
            double residual = y - fitted[t - first];
            residuals[t - first] = residual;
            squares += residual * residual;
            double before = level;
            level = alpha * (multiplied ? y / old : y - old) + (1 - alpha) * base;
            if (model.trend()) {
                growth = beta * (level - before) + (1 - beta) * growth;
            }
            if (season.length > 0) {
                season[place] = gamma * (multiplied ? y / level : y - level) + (1 - gamma) * old;
            }
        }
        turn();
        return squares < UNBOUNDED ? squares : UNBOUNDED;
    }

    private void turn() {
        double[] next = season.clone();
        for (int s = 0; s < next.length; s++) {
            season[s] = next[(fitted.length + s) % next.length];
        }
    }
}
