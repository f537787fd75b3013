package dev.aisle.algorithms.forecast.decompose;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * STL: a series into trend, one season and remainder by LOESS, with robustness against outliers when asked.
 *
 * @see <a href="https://www.scb.se/contentassets/ca21efb41fee47d293bbee5bf7be7fb3/stl-a-seasonal-trend-decomposition-procedure-based-on-loess.pdf">
 *     Cleveland, Cleveland, McRae, Terpenning 1990</a>
 */
public final class Stl {
    private final double[] y;
    private final StlOptions options;
    private final double[] trend;
    private final double[] season;
    private final SeasonPass pass;
    private final Weighing weighing;

    private Stl(double[] y, StlOptions options, Weighing weighing) {
        this.y = y;
        this.options = options;
        this.weighing = weighing;
        trend = new double[y.length];
        season = new double[y.length];
        pass = new SeasonPass(y.length, options);
    }

    /**
     * Decomposes.
     *
     * @param y finite values, at least two seasons; left as it is
     * @throws IllegalArgumentException when there are fewer than two seasons
     */
    public static Decomposition of(double[] y, StlOptions options) {
        return of(y, options, RobustnessWeights::of);
    }

    /** With another weighing, so that a test can put in that of another program. */
    static Decomposition of(double[] y, StlOptions options, Weighing weighing) {
        if (y.length < 2 * options.period()) {
            throw new IllegalArgumentException(
                    "y: expected at least two seasons of " + options.period() + " values, got " + y.length);
        }
        return new Stl(y, options, weighing).decompose();
    }

    /** Weights of values from how far they lie from their fit. */
    interface Weighing {
        void weigh(double[] y, double[] fit, double[] into);
    }

    private Decomposition decompose() {
        double[] weights = new double[y.length];
        Arrays.fill(weights, 1);
        inner(null);
        for (int step = 0; step < options.outer(); step++) {
            weighing.weigh(y, fitted(), weights);
            inner(weights);
        }
        return new Decomposition(trend, List.of(seasonal()), remainder(), weights);
    }

    /** The inner loop: season without its own trend, then the trend of what the season leaves. */
    private void inner(double @Nullable [] weights) {
        double[] rest = new double[y.length];
        for (int n = 0; n < options.inner(); n++) {
            Arrays.setAll(rest, t -> y[t] - trend[t]);
            pass.season(rest, weights, season);
            Arrays.setAll(rest, t -> y[t] - season[t]);
            pass.trend(rest, weights, trend);
        }
    }

    private double[] fitted() {
        double[] fit = new double[y.length];
        Arrays.setAll(fit, t -> trend[t] + season[t]);
        return fit;
    }

    private Decomposition.Season seasonal() {
        if (options.periodic()) {
            double[] sums = new double[options.period()];
            int[] counts = new int[options.period()];
            for (int t = 0; t < y.length; t++) {
                sums[t % options.period()] += season[t];
                counts[t % options.period()]++;
            }
            Arrays.setAll(season, t -> sums[t % options.period()] / counts[t % options.period()]);
        }
        return new Decomposition.Season(options.period(), season);
    }

    private double[] remainder() {
        double[] rest = new double[y.length];
        Arrays.setAll(rest, t -> y[t] - trend[t] - season[t]);
        return rest;
    }
}
