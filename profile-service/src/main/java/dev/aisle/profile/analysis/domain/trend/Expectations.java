package dev.aisle.profile.analysis.domain.trend;

import dev.aisle.algorithms.forecast.decompose.Decomposition;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** By series, how many times as much there was as trend and season let expect. */
final class Expectations {
    private final Map<String, Map<Measure, double[]>> times = new HashMap<>();

    Expectations(ToldSeries told) {
        for (ToldSeries.OfCategory series : told.series()) {
            Usable usable = Usable.of(series.figures());
            if (usable.usable()) {
                times.computeIfAbsent(series.category(), _ -> new HashMap<>())
                        .put(series.measure(), times(told, usable));
            }
        }
    }

    private static double[] times(ToldSeries told, Usable usable) {
        double[] times = new double[told.spans().size()];
        Arrays.fill(times, Double.NaN);
        Decomposition apart = Seasons.decompose(usable.values(), told.granularity());
        for (int i = 0; i < usable.values().length; i++) {
            double value = usable.values()[i];
            double expected = value - apart.remainder()[i];
            times[usable.first() + i] = expected > 0 ? value / expected : Double.NaN;
        }
        return times;
    }

    /** Empty when the series can't be used, or nothing was expected. */
    OptionalDouble times(String category, Measure measure, int span) {
        double[] found = times.getOrDefault(category, Map.of()).get(measure);
        return found == null || Double.isNaN(found[span]) ? OptionalDouble.empty() : OptionalDouble.of(found[span]);
    }
}
