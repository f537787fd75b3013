package dev.aisle.algorithms.forecast.smooth;

import dev.aisle.algorithms.forecast.series.Series;
import java.util.Arrays;

/**
 * How regular demand is.
 *
 * @param interval mean number of steps per demand (ADI), ≥ 1; the length of the series when there is none
 * @param variation squared coefficient of variation of the sizes (CV²), ≥ 0
 * @see <a href="https://doi.org/10.1057/palgrave.jors.2601841">Syntetos, Boylan, Croston 2005</a>
 */
public record DemandPattern(double interval, double variation) {
    private static final double INTERMITTENT = 1.32;
    private static final double ERRATIC = 0.49;

    /** Of a series. */
    public static DemandPattern of(Series series) {
        double[] sizes = Arrays.stream(series.toArray()).filter(y -> y != 0).toArray();
        if (sizes.length == 0) {
            return new DemandPattern(series.length(), 0);
        }
        double mean = Arrays.stream(sizes).average().orElseThrow();
        double variance = Arrays.stream(sizes).map(y -> (y - mean) * (y - mean)).sum() / Math.max(1, sizes.length - 1);
        return new DemandPattern((double) series.length() / sizes.length, mean == 0 ? 0 : variance / (mean * mean));
    }

    /** Demand comes in so few steps that Croston's family is apt. */
    public boolean intermittent() {
        return interval >= INTERMITTENT;
    }

    /** Sizes differ much. */
    public boolean erratic() {
        return variation >= ERRATIC;
    }
}
