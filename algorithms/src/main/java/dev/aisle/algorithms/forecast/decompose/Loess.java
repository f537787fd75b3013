package dev.aisle.algorithms.forecast.decompose;

import org.jspecify.annotations.Nullable;

/**
 * Locally weighted regression over the places 1 … n of an equally spaced series, as STL uses it.
 *
 * @see <a href="https://www.scb.se/contentassets/ca21efb41fee47d293bbee5bf7be7fb3/stl-a-seasonal-trend-decomposition-procedure-based-on-loess.pdf">
 *     Cleveland, Cleveland, McRae, Terpenning 1990, section 2</a>
 */
final class Loess {
    /** Nearer than this share of the bandwidth a weight is 1, further than one minus it 0, as in the published program. */
    private static final double EDGE = 0.001;

    private final int window;
    private final int degree;
    private final int jump;
    private final double[] weights;

    /**
     * @param window places that a fit looks at, odd
     * @param degree 0 for a local mean, 1 for a local line
     * @param jump fits at every so manieth place, straight lines between
     * @param longest the longest series that will be smoothed
     */
    Loess(int window, int degree, int jump, int longest) {
        this.window = window;
        this.degree = degree;
        this.jump = jump;
        this.weights = new double[longest];
    }

    /**
     * Smooths.
     *
     * @param y values, the first {@code n} count
     * @param robustness weight per value, or null for all alike
     * @param into result at {@code offset … offset + n − 1}
     */
    void smooth(double[] y, int n, double @Nullable [] robustness, double[] into, int offset) {
        if (n < 2) {
            into[offset] = y[0];
            return;
        }
        int step = Math.min(jump, n - 1);
        int last = 0;
        for (int i = 0; i < n; i += step) {
            into[offset + i] = fit(y, n, i, left(i, n), robustness, y[i]);
            last = i;
        }
        if (step == 1) {
            return;
        }
        for (int i = 0; i < last; i += step) {
            connect(into, offset + i, offset + i + step);
        }
        if (last != n - 1) {
            // The published program fits the last place with the window of the last place on the grid.
            into[offset + n - 1] = fit(y, n, n - 1, left(last, n), robustness, y[n - 1]);
            connect(into, offset + last, offset + n - 1);
        }
    }

    /** The first place of the window around a place, which is cut by the ends of the series. */
    private int left(int place, int n) {
        return window >= n ? 0 : Math.clamp(place - (window - 1) / 2, 0, n - window);
    }

    private static void connect(double[] values, int from, int to) {
        double slope = (values[to] - values[from]) / (to - from);
        for (int i = from + 1; i < to; i++) {
            values[i] = values[from] + slope * (i - from);
        }
    }

    /** Value at the place before the first, from the window at the start. */
    double before(double[] y, int n, double @Nullable [] robustness, double otherwise) {
        return fit(y, n, -1, 0, robustness, otherwise);
    }

    /** Value at the place after the last, from the window at the end. */
    double after(double[] y, int n, double @Nullable [] robustness, double otherwise) {
        return fit(y, n, n, Math.max(0, n - window), robustness, otherwise);
    }

    /** One local fit at {@code place}; {@code otherwise} when no value has a weight. */
    private double fit(double[] y, int n, int place, int left, double @Nullable [] robustness, double otherwise) {
        int right = Math.min(left + window, n) - 1;
        double total = weigh(n, place, left, right, robustness);
        if (total <= 0) {
            return otherwise;
        }
        double centre = 0;
        for (int j = left; j <= right; j++) {
            weights[j] /= total;
            centre += weights[j] * j;
        }
        if (degree > 0) {
            tilt(n, place, left, right, centre);
        }
        double value = 0;
        for (int j = left; j <= right; j++) {
            value += weights[j] * y[j];
        }
        return value;
    }

    /** Tricube weights {@code (1 − (r/h)³)³} times robustness; returns their sum. */
    private double weigh(int n, int place, int left, int right, double @Nullable [] robustness) {
        double h = Math.max(place - left, right - place);
        if (window > n) {
            h += Math.floorDiv(window - n, 2); // whole numbers, as in the published program
        }
        double total = 0;
        for (int j = left; j <= right; j++) {
            double r = Math.abs(j - place);
            double weight = 0;
            if (r <= (1 - EDGE) * h) {
                double x = r / h;
                double cube = 1 - x * x * x;
                weight = r <= EDGE * h ? 1 : cube * cube * cube;
            }
            weights[j] = robustness == null ? weight : weight * robustness[j];
            total += weights[j];
        }
        return total;
    }

    /** Turns the weights of a local mean into those of a local line, unless all lie at one place. */
    private void tilt(int n, int place, int left, int right, double centre) {
        double spread = 0;
        for (int j = left; j <= right; j++) {
            spread += weights[j] * (j - centre) * (j - centre);
        }
        if (Math.sqrt(spread) > EDGE * (n - 1)) {
            double slope = (place - centre) / spread;
            for (int j = left; j <= right; j++) {
                weights[j] *= slope * (j - centre) + 1;
            }
        }
    }
}
