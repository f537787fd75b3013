package dev.aisle.algorithms.forecast.series;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** Equally spaced values with the number of them that make a season, such as 12 for months or 7 for days; never changes. */
public final class Series {
    /** Larger values could overflow in a sum of squares. */
    private static final double LARGEST = 1e100;

    private static final MathContext DIGITS = new MathContext(9);

    private final double[] values;
    private final int period;

    private Series(double[] values, int period) {
        this.values = values;
        this.period = period;
    }

    /**
     * A series.
     *
     * @param values oldest first, at least one, all finite and of a size below 1e100; copied
     * @param period values in a season, ≥ 1; 1 for none
     * @throws IllegalArgumentException which names the field, {@code y} or {@code frequency}; gaps are to be filled before
     */
    public static Series of(double[] values, int period) {
        if (values.length == 0) {
            throw new IllegalArgumentException("y: expected at least one value");
        }
        if (period < 1) {
            throw new IllegalArgumentException("frequency: expected a whole number ≥ 1, got " + period);
        }
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= LARGEST)) {
                throw new IllegalArgumentException("y[" + i + "]: expected a number, got " + values[i]);
            }
        }
        return new Series(values.clone(), period);
    }

    /** How many values, ≥ 1. */
    public int length() {
        return values.length;
    }

    /** Values in a season, ≥ 1. */
    public int period() {
        return period;
    }

    /** The value at a place, 0 the oldest. */
    public double get(int place) {
        return values[place];
    }

    /** A copy of the values. */
    public double[] toArray() {
        return values.clone();
    }

    /** The oldest {@code length} values. */
    public Series head(int length) {
        return of(Arrays.copyOf(values, length), period);
    }

    /** The same values with another season. */
    public Series withPeriod(int other) {
        return of(values, other);
    }

    /**
     * The values over their mean size, to nine digits: the same numbers, to the last bit, whatever unit the series is counted in.
     * Zeros stay zeros and small values stay above 0.
     */
    public Series inItsOwnUnit() {
        double size = Arrays.stream(values).map(Math::abs).average().orElseThrow();
        return size == 0
                ? this
                : of(Arrays.stream(values).map(v -> rounded(v / size)).toArray(), period);
    }

    private static double rounded(double value) {
        return new BigDecimal(value, DIGITS).doubleValue();
    }

    /** All values are one. */
    public boolean constant() {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    /** The smallest value. */
    public double least() {
        return Arrays.stream(values).min().orElseThrow();
    }

    /** The arithmetic mean. */
    public double mean() {
        return Arrays.stream(values).average().orElseThrow();
    }
}
