package dev.aisle.algorithms.forecast;

import dev.aisle.algorithms.forecast.decompose.Decomposition;
import dev.aisle.algorithms.forecast.decompose.Stl;
import dev.aisle.algorithms.forecast.decompose.StlOptions;
import dev.aisle.algorithms.forecast.series.Forecast;
import dev.aisle.algorithms.forecast.series.Series;
import java.util.Arrays;

/**
 * Takes the season off by STL, forecasts the rest, and puts the last season back on, as R's {@code stlf} does. The intervals are
 * those of the rest: the season counts as known.
 */
final class SeasonalByStl {
    private static final int SEASONAL_WINDOW = 11;

    private SeasonalByStl() {}

    static Forecast forecast(Series series, ForecastMethod.Ask ask) {
        int period = series.period();
        double[] y = series.toArray();
        if (period < 2 || y.length < 2 * period) {
            return ForecastMethod.ETS
                    .forecast(series.withPeriod(1), ask)
                    .noted("no two seasons of ≥ 2 values: none taken off");
        }
        Decomposition parts = Stl.of(y, StlOptions.of(period, SEASONAL_WINDOW, false));
        double[] season = parts.seasonal().getFirst().values();
        double[] rest = new double[y.length];
        Arrays.setAll(rest, t -> y[t] - season[t]);
        Forecast plain = ForecastMethod.ETS.forecast(Series.of(rest, 1), ask);
        double[] last = Arrays.copyOfRange(season, y.length - period, y.length);
        double[] mean = plain.mean();
        double[][] lower = plain.lower();
        double[][] upper = plain.upper();
        for (int i = 0; i < mean.length; i++) {
            double s = last[i % period];
            mean[i] += s;
            add(lower[i], s);
            add(upper[i], s);
        }
        Forecast forecast = Forecast.of("STL + " + plain.method(), mean, plain.levels(), lower, upper);
        return plain.note().map(forecast::noted).orElse(forecast);
    }

    private static void add(double[] values, double s) {
        Arrays.setAll(values, i -> values[i] + s);
    }
}
