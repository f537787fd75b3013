package dev.aisle.compute.evaluate;

import java.util.OptionalDouble;

/**
 * {@code 2^(−age / half-life)}, where the age is counted from the last entry of train.
 *
 * @param halfLifeDays after as many days something counts half; infinite for never
 */
record Ageing(double halfLifeDays) {
    /** Everything counts alike. */
    static final Ageing NONE = new Ageing(Double.POSITIVE_INFINITY);

    static final double DAY_MILLIS = 86_400_000d;
    /** What is very old still counts as having been there. */
    private static final double LEAST = 1e-6;

    static Ageing of(OptionalDouble halfLifeDays) {
        return halfLifeDays.isEmpty() ? NONE : new Ageing(halfLifeDays.getAsDouble());
    }

    double at(long ageMillis) {
        return Math.max(LEAST, Math.pow(2, -ageMillis / DAY_MILLIS / halfLifeDays));
    }
}
