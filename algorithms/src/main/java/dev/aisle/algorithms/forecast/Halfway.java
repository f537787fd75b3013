package dev.aisle.algorithms.forecast;

import dev.aisle.algorithms.forecast.series.Forecast;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The mean of two forecasts; each bound is the mean of the two bounds, as if their errors were one.
 *
 * @see <a href="https://doi.org/10.1016/j.ijforecast.2019.04.014">Makridakis, Spiliotis, Assimakopoulos 2020: of the M4
 *     competition's methods the combinations did best</a>
 */
final class Halfway {
    private Halfway() {}

    /** Without intervals when one has none. */
    static Forecast between(Forecast one, Forecast other) {
        String method = one.method() + " and " + other.method();
        double[] mean = mean(one.mean(), other.mean());
        boolean known = one.levels().count() == other.levels().count();
        Forecast forecast = known
                ? Forecast.of(
                        method, mean, one.levels(), mean(one.lower(), other.lower()), mean(one.upper(), other.upper()))
                : Forecast.withoutIntervals(method, mean, "one of the two has no intervals");
        return Stream.concat(one.note().stream(), other.note().stream())
                .distinct()
                .reduce(forecast, Forecast::noted, (a, b) -> b);
    }

    private static double[][] mean(double[][] one, double[][] other) {
        double[][] mean = new double[one.length][];
        Arrays.setAll(mean, i -> mean(one[i], other[i]));
        return mean;
    }

    private static double[] mean(double[] one, double[] other) {
        double[] mean = new double[one.length];
        Arrays.setAll(mean, i -> (one[i] + other[i]) / 2);
        return mean;
    }
}
