package dev.aisle.algorithms.forecast.ets;

import dev.aisle.algorithms.forecast.decompose.Classical;
import dev.aisle.algorithms.forecast.ets.EtsModel.Component;
import dev.aisle.algorithms.forecast.series.Line;
import dev.aisle.algorithms.forecast.series.Series;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Where the search starts: the season of a classical decomposition, level and growth of a line through the first values without it.
 *
 * @see <a href="https://doi.org/10.1016/S0169-2070(01)00110-8">Hyndman, Koehler, Snyder, Grose 2002, section 3.1</a>
 */
final class StartingState {
    private static final double LEAST_SEASON = 1e-2;
    private static final double TINY = 1e-8;
    private static final int LINE = 10;
    private static final int SEASONS_TO_DECOMPOSE = 3;

    private final Series series;
    private final EtsModel model;
    private final int period;
    private double[] season = new double[0];

    private StartingState(Series series, EtsModel model) {
        this.series = series;
        this.model = model;
        this.period = series.period();
    }

    /** The starting vector as {@link EtsParameters#of} reads it. */
    static double[] of(Series series, EtsModel model) {
        StartingState start = new StartingState(series, model);
        double[] adjusted = start.adjusted();
        double[] x = new double[model.smoothing() + model.starts(series.period())];
        int at = start.smoothing(x);
        at = start.trend(adjusted, x, at);
        for (int s = start.season.length - 1; s > 0; s--) {
            x[at++] = start.season[s];
        }
        return x;
    }

    private int smoothing(double[] x) {
        int at = 0;
        double range = EtsObjective.MOST - EtsObjective.LEAST;
        double alpha = EtsObjective.LEAST + 0.2 * range / (model.seasonal() ? period : 1);
        x[at++] = alpha;
        if (model.hasTrend()) {
            x[at++] = EtsObjective.LEAST + 0.1 * (Math.min(EtsObjective.MOST, alpha) - EtsObjective.LEAST);
        }
        if (model.seasonal()) {
            x[at++] = EtsObjective.LEAST + 0.05 * (Math.min(EtsObjective.MOST, 1 - alpha) - EtsObjective.LEAST);
        }
        if (model.damped()) {
            x[at++] = EtsObjective.LEAST_PHI + 0.99 * (EtsObjective.MOST_PHI - EtsObjective.LEAST_PHI);
        }
        return at;
    }

    /** The series without its season; sets the season. */
    private double[] adjusted() {
        double[] y = series.toArray();
        if (!model.seasonal()) {
            return y;
        }
        boolean multiplicative = model.season() == Component.MULTIPLICATIVE;
        double[] cycle = y.length < SEASONS_TO_DECOMPOSE * period
                ? wave(y, multiplicative)
                : repeated(Classical.of(y, period, multiplicative), y.length);
        season = Arrays.copyOf(cycle, period);
        if (multiplicative) {
            positive();
        }
        double[] adjusted = new double[y.length];
        Arrays.setAll(adjusted, t -> multiplicative ? y[t] / Math.max(cycle[t], LEAST_SEASON) : y[t] - cycle[t]);
        return adjusted;
    }

    private static double[] repeated(Classical found, int length) {
        double[] cycle = new double[length];
        Arrays.setAll(cycle, found::season);
        return cycle;
    }

    /** Under three seasons: what a line leaves, where one wave of the period is fitted beside the line. */
    private double[] wave(double[] y, boolean multiplicative) {
        int columns = period > 2 ? 4 : 3;
        DMatrixRMaj x = new DMatrixRMaj(y.length, columns);
        for (int t = 0; t < y.length; t++) {
            double angle = 2 * Math.PI * (t + 1) / period;
            x.set(t, 0, 1);
            x.set(t, 1, t + 1.0);
            x.set(t, 2, Math.cos(angle));
            if (columns > 3) {
                x.set(t, 3, Math.sin(angle));
            }
        }
        DMatrixRMaj solution = new DMatrixRMaj(columns, 1);
        CommonOps_DDRM.solve(x, DMatrixRMaj.wrap(y.length, 1, y), solution);
        double[] cycle = new double[y.length];
        Arrays.setAll(cycle, t -> {
            double line = solution.get(0) + solution.get(1) * (t + 1);
            return multiplicative ? y[t] / line : y[t] - line;
        });
        return cycle;
    }

    /** Seasons above 0 whose fitted values don't use up the whole sum. */
    private void positive() {
        double sum = 0;
        for (int s = 1; s < period; s++) {
            season[s] = Math.max(season[s], LEAST_SEASON);
            sum += season[s];
        }
        if (sum > period) {
            double scale = sum + (period - 1) * LEAST_SEASON;
            Arrays.setAll(season, s -> season[s] / scale);
        }
    }

    private int trend(double[] adjusted, double[] x, int from) {
        int first = Math.min(Math.max(LINE, model.seasonal() ? 2 * period : 2), adjusted.length);
        if (!model.hasTrend()) {
            x[from] = Arrays.stream(adjusted, 0, first).average().orElseThrow();
            return from + 1;
        }
        Line line = Line.through(adjusted, first);
        double level = line.intercept();
        double growth = line.slope();
        if (model.trend() == Component.ADDITIVE) {
            boolean vanishing = Math.abs(level + growth) < TINY;
            x[from] = vanishing ? level * (1 + 1e-3) : level;
            x[from + 1] = vanishing ? growth * (1 - 1e-3) : growth;
            return from + 2;
        }
        double fitted = Math.abs(line.at(1)) < TINY ? 1e-7 : line.at(1);
        double ratio = line.at(2) / fitted;
        x[from] = fitted / ratio;
        x[from + 1] = ratio;
        if (!(x[from] >= TINY) || !(ratio >= TINY)) {
            x[from] = Math.max(adjusted[0], 1e-3);
            x[from + 1] = Math.max(adjusted[1] / adjusted[0], 1e-3);
        }
        return from + 2;
    }
}
