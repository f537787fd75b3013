package dev.aisle.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Median and range of a measurement over several starts of the JVM. */
public record Spread(double median, double low, double high) {
    /** Of at least one value. */
    public static Spread of(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no measurements");
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], Arrays.stream(sorted).max().orElseThrow());
    }

    /** {@code 1.02 (0.98–1.10)}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4g (%.4g–%.4g)", median, low, high);
    }
}
