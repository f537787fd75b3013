package dev.aisle.algorithms.forecast.smooth;

import dev.aisle.algorithms.forecast.decompose.Classical;
import dev.aisle.algorithms.forecast.ets.Criterion;
import dev.aisle.algorithms.forecast.ets.Ets;
import dev.aisle.algorithms.forecast.ets.EtsFit;
import dev.aisle.algorithms.forecast.ets.EtsModel;
import dev.aisle.algorithms.forecast.series.Autocorrelation;
import dev.aisle.algorithms.forecast.series.Forecast;
import dev.aisle.algorithms.forecast.series.Levels;
import dev.aisle.algorithms.forecast.series.Line;
import dev.aisle.algorithms.forecast.series.Series;
import java.util.Arrays;
import java.util.Optional;

/**
 * The Theta method: simple exponential smoothing with half of the slope of a line, of the series without its season when the
 * season shows in the autocorrelation.
 *
 * @param alpha of the smoothing
 * @param drift per step, half the slope
 * @param forecast what is expected
 * @see <a href="https://doi.org/10.1016/S0169-2070(01)00143-1">Hyndman, Billah 2003: Unmasking the Theta method</a>
 */
public record Theta(double alpha, double drift, Forecast forecast) {
    /** Φ⁻¹(0.95). */
    private static final double SIGNIFICANT = Levels.of(90).normal()[0];

    private static final double LEAST_FIGURE = 1e-4;

    /**
     * Forecasts.
     *
     * @param h steps, ≥ 1
     * @return empty for a series too short to smooth (under 4 values)
     */
    public static Optional<Theta> of(Series series, int h, Levels levels) {
        Optional<Classical> season = season(series);
        double[] x = season.map(s -> s.adjusted(series.toArray())).orElseGet(series::toArray);
        return Ets.fit(Series.of(x, 1), EtsModel.of("ANN", false), Criterion.MEAN_SQUARE)
                .map(smoothed -> of(series, season, x, smoothed, h, levels));
    }

    private static Theta of(
            Series series, Optional<Classical> season, double[] x, EtsFit smoothed, int h, Levels levels) {
        int n = x.length;
        double alpha = smoothed.parameters().alpha();
        double drift = Line.through(x, n).slope() / 2;
        double start = (1 - Math.pow(1 - alpha, n)) / alpha;
        double[] mean = new double[Forecast.horizon(h)];
        double[] deviation = new double[h];
        for (int i = 0; i < h; i++) {
            double flat = smoothed.last().level() + drift * (i + start);
            int place = n + i;
            mean[i] = season.map(s -> flat * s.season(place)).orElse(flat);
            deviation[i] = Math.sqrt(smoothed.sigma2() * (i * alpha * alpha + 1));
        }
        String name = season.isPresent() ? "Theta, season of " + series.period() : "Theta";
        return new Theta(alpha, drift, Forecast.normal(name, mean, deviation, levels));
    }

    /**
     * The multiplicative season, if the autocorrelation at its lag is significant and the values are above 0.
     *
     * @see <a href="https://doi.org/10.1016/S0169-2070(00)00066-2">Assimakopoulos, Nikolopoulos 2000</a>
     */
    private static Optional<Classical> season(Series series) {
        int m = series.period();
        int n = series.length();
        if (m < 2 || n <= 2 * m || series.least() <= 0 || series.constant()) {
            return Optional.empty();
        }
        double[] r = Autocorrelation.of(series.toArray(), m);
        double squares = Arrays.stream(r, 1, m).map(v -> v * v).sum();
        if (Math.abs(r[m]) <= SIGNIFICANT * Math.sqrt((1 + 2 * squares) / n)) {
            return Optional.empty();
        }
        return Optional.of(Classical.of(series.toArray(), m, true))
                .filter(found -> Arrays.stream(found.figure()).allMatch(figure -> figure >= LEAST_FIGURE));
    }
}
