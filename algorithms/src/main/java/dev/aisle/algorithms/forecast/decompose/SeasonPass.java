package dev.aisle.algorithms.forecast.decompose;

import org.jspecify.annotations.Nullable;

/** The two smoothings of STL's inner loop, with their buffers. */
final class SeasonPass {
    private final int n;
    private final int period;
    private final Loess seasonal;
    private final Loess trend;
    private final Loess lowPass;
    private final double[] cycle;
    private final double[] extended;
    private final double[] averaged;
    private final double[] between;
    private final double[] own;

    SeasonPass(int n, StlOptions options) {
        this.n = n;
        period = options.period();
        int longest = n + 2 * period;
        seasonal = loess(options.seasonal(), n);
        trend = loess(options.trend(), n);
        lowPass = loess(options.lowPass(), n);
        cycle = new double[n / period + 1];
        extended = new double[longest];
        averaged = new double[longest];
        between = new double[longest];
        own = new double[n];
    }

    private static Loess loess(StlOptions.Smoothing smoothing, int longest) {
        return new Loess(smoothing.window(), smoothing.degree(), smoothing.jump(), longest);
    }

    /** Smooths each season over its cycles, a cycle beyond both ends, and takes off what is slower than a season. */
    void season(double[] detrended, double @Nullable [] weights, double[] into) {
        for (int s = 0; s < period; s++) {
            smoothSubseries(detrended, weights, s);
        }
        MovingAverage.of(extended, n + 2 * period, period, averaged);
        MovingAverage.of(averaged, n + period + 1, period, between);
        MovingAverage.of(between, n + 2, 3, averaged);
        lowPass.smooth(averaged, n, null, own, 0);
        for (int t = 0; t < n; t++) {
            into[t] = extended[period + t] - own[t];
        }
    }

    private void smoothSubseries(double[] detrended, double @Nullable [] weights, int s) {
        int k = (n - s - 1) / period + 1;
        double[] robustness = weights == null ? null : new double[k];
        double[] smooth = new double[k + 2];
        for (int c = 0; c < k; c++) {
            cycle[c] = detrended[c * period + s];
            if (robustness != null && weights != null) {
                robustness[c] = weights[c * period + s];
            }
        }
        seasonal.smooth(cycle, k, robustness, smooth, 1);
        smooth[0] = seasonal.before(cycle, k, robustness, smooth[1]);
        smooth[k + 1] = seasonal.after(cycle, k, robustness, smooth[k]);
        for (int c = 0; c < k + 2; c++) {
            extended[c * period + s] = smooth[c];
        }
    }

    /** Smooths what the season leaves. */
    void trend(double[] deseasonalised, double @Nullable [] weights, double[] into) {
        trend.smooth(deseasonalised, n, weights, into, 0);
    }
}
