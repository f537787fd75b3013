package dev.aisle.algorithms.forecast.decompose;

/**
 * How STL smooths. Windows are odd numbers of values ≥ 3 (an even one is raised by 1), degrees 0 or 1, jumps ≥ 1.
 *
 * @param period values in a season, ≥ 2
 * @param periodic the season is the same in every cycle: means per season replace the smooth
 * @param seasonal how the same season of successive cycles is smoothed; ≥ 7 is advised
 * @param trend how the trend is smoothed; over 1.5·period
 * @param lowPass how the season's own trend is found; the least odd number ≥ period
 * @param inner passes within a robustness step, ≥ 1
 * @param outer robustness steps; 0 for none
 */
public record StlOptions(
        int period, boolean periodic, Smoothing seasonal, Smoothing trend, Smoothing lowPass, int inner, int outer) {
    private static final int SHORTEST = 3;

    /**
     * One smoothing.
     *
     * @param window values that a local fit looks at
     * @param degree 0 for a local mean, 1 for a local line
     * @param jump a fit at every so manieth value, lines between
     */
    public record Smoothing(int window, int degree, int jump) {
        public Smoothing {
            if (window < 1 || degree < 0 || degree > 1 || jump < 1) {
                throw new IllegalArgumentException(
                        "windows: expected a window ≥ 1, degree 0 or 1, jump ≥ 1; got window " + window + ", degree "
                                + degree + ", jump " + jump);
            }
            window = odd(Math.max(SHORTEST, window));
        }

        /** A jump of a tenth of the window, as R takes. */
        public static Smoothing of(int window, int degree) {
            return new Smoothing(window, degree, (window + 9) / 10);
        }
    }

    public StlOptions {
        if (period < 2 || inner < 1 || outer < 0) {
            throw new IllegalArgumentException("frequency: expected ≥ 2 with ≥ 1 inner and ≥ 0 outer passes; got "
                    + period + ", " + inner + ", " + outer);
        }
    }

    /**
     * R's choices for a window of the season: seasonal degree 0, trend window the least odd number from
     * {@code 1.5·period / (1 − 1.5/window)}, 2 inner passes, or 1 with 15 robustness steps.
     *
     * @param window of the season, ≥ 7 advised
     * @see <a href="https://stat.ethz.ch/R-manual/R-devel/library/stats/html/stl.html">R: stl</a>
     */
    public static StlOptions of(int period, int window, boolean robust) {
        int odd = odd(Math.max(SHORTEST, window));
        int trend = odd((int) Math.ceil(1.5 * period / (1 - 1.5 / odd)));
        return new StlOptions(
                period,
                false,
                Smoothing.of(odd, 0),
                Smoothing.of(trend, 1),
                Smoothing.of(odd(period), 1),
                robust ? 1 : 2,
                robust ? 15 : 0);
    }

    /** R's choices for a season that is the same in every cycle of a series of {@code length} values. */
    public static StlOptions periodic(int period, int length, boolean robust) {
        StlOptions wide = of(period, 10 * length + 1, robust);
        return new StlOptions(period, true, wide.seasonal, wide.trend, wide.lowPass, wide.inner, wide.outer);
    }

    /** The same with another trend. */
    public StlOptions withTrend(Smoothing other) {
        return new StlOptions(period, periodic, seasonal, other, lowPass, inner, outer);
    }

    private static int odd(int window) {
        return window % 2 == 0 ? window + 1 : window;
    }
}
