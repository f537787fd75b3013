package dev.aisle.algorithms.evaluate;

import java.util.Arrays;
import java.util.OptionalDouble;

/** How unlike groups fare: standard deviation / mean over the groups, each counting alike. 0 is parity. */
final class Parity {
    private Parity() {}

    /** Of the ratios part / whole; groups without a whole are passed over. None when fewer than two are left, or all are zero. */
    static OptionalDouble ofRatios(double[] parts, double[] wholes) {
        double[] ratios = new double[parts.length];
        int count = 0;
        for (int group = 0; group < parts.length; group++) {
            if (wholes[group] > 0) {
                ratios[count++] = parts[group] / wholes[group];
            }
        }
        return of(Arrays.copyOf(ratios, count));
    }

    private static OptionalDouble of(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        if (values.length < 2 || mean == 0) {
            return OptionalDouble.empty();
        }
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return OptionalDouble.of(Math.sqrt(squares / values.length) / mean);
    }
}
