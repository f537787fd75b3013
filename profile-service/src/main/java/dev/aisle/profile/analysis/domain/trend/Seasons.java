package dev.aisle.profile.analysis.domain.trend;

import dev.aisle.algorithms.forecast.decompose.Decomposition;
import dev.aisle.algorithms.forecast.decompose.Mstl;
import dev.aisle.algorithms.forecast.decompose.RobustTrend;
import dev.aisle.profile.analysis.domain.Granularity;
import java.util.Arrays;
import java.util.List;

/** The seasons that the calendar gives a series, and the series taken apart by them. */
final class Seasons {
    private static final int[] OF_DAYS = {7, 365};
    private static final int[] OF_WEEKS = {52};
    private static final int[] OF_MONTHS = {12};
    private static final int TREND_WINDOW = 11;

    private Seasons() {}

    /** Lengths of seasons, of each of which there are more than two. */
    static int[] of(Granularity granularity, int length) {
        int[] known = switch (granularity) {
            case DAY -> OF_DAYS;
            case WEEK -> OF_WEEKS;
            case MONTH -> OF_MONTHS;
        };
        return Arrays.stream(known).filter(period -> 2 * period < length).toArray();
    }

    /** The shortest one; 1 when there is none. */
    static int shortest(Granularity granularity, int length) {
        int[] seasons = of(granularity, length);
        return seasons.length == 0 ? 1 : seasons[0];
    }

    /** Trend, seasons and remainder: by robust MSTL, or a robust trend alone when there aren't two seasons. */
    static Decomposition decompose(double[] values, Granularity granularity) {
        int[] seasons = of(granularity, values.length);
        if (seasons.length > 0) {
            return Mstl.of(values, seasons, true);
        }
        double[] trend = RobustTrend.of(values, TREND_WINDOW);
        double[] remainder = new double[values.length];
        Arrays.setAll(remainder, i -> values[i] - trend[i]);
        double[] weights = new double[values.length];
        Arrays.fill(weights, 1);
        return new Decomposition(trend, List.of(), remainder, weights);
    }
}
