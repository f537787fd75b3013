package dev.aisle.algorithms.forecast.smooth;

import dev.aisle.algorithms.forecast.decompose.Classical;
import dev.aisle.algorithms.forecast.series.Line;
import dev.aisle.algorithms.forecast.series.Series;
import java.util.Arrays;

/**
 * The state before the first forecast.
 *
 * @param level of the series without season
 * @param growth per step; 0 without trend
 * @param season of the first value that is forecast, the next, …; empty without season
 */
public record HoltWintersStart(double level, double growth, double[] season) {
    private static final int SEASONS = 2;

    /**
     * As R starts: the season from a classical decomposition of the first two seasons, level and growth from a line through its
     * trend; without season the first values themselves.
     *
     * @throws IllegalArgumentException when there are too few values, or a season multiplies and a value isn't above 0
     */
    public static HoltWintersStart of(Series series, HoltWintersModel model) {
        check(series, model);
        if (!model.seasonal()) {
            double first = series.get(0);
            return model.trend()
                    ? new HoltWintersStart(series.get(1), series.get(1) - first, new double[0])
                    : new HoltWintersStart(first, 0, new double[0]);
        }
        double[] head = series.head(SEASONS * series.period()).toArray();
        Classical parts = Classical.of(head, series.period(), model.season() == HoltWintersModel.Season.MULTIPLICATIVE);
        double[] trend = Arrays.stream(parts.trend()).filter(Double::isFinite).toArray();
        Line line = Line.through(trend, trend.length);
        return new HoltWintersStart(line.intercept(), model.trend() ? line.slope() : 0, parts.figure());
    }

    private static void check(Series series, HoltWintersModel model) {
        boolean multiplied = model.season() == HoltWintersModel.Season.MULTIPLICATIVE;
        int least = model.seasonal() ? SEASONS * series.period() : first(series.period(), model) + 1;
        if (model.seasonal() && series.period() < 2) {
            throw new IllegalArgumentException("frequency: a season needs ≥ 2 values, got " + series.period());
        }
        if (series.length() < least) {
            throw new IllegalArgumentException("y: expected at least " + least + " values, got " + series.length());
        }
        if (multiplied && series.least() <= 0) {
            throw new IllegalArgumentException("y: a multiplicative season needs values above 0");
        }
    }

    /** The place of the first value that is forecast. */
    static int first(int period, HoltWintersModel model) {
        if (model.seasonal()) {
            return period;
        }
        return model.trend() ? 2 : 1;
    }
}
