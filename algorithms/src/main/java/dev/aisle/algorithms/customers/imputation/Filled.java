package dev.aisle.algorithms.customers.imputation;

/**
 * A value and where it is from.
 *
 * @param value finite
 * @param method how it was found
 */
public record Filled(double value, FillMethod method) {
    /** @throws IllegalArgumentException when the value isn't finite */
    public Filled {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value: expected a finite number, was " + value);
        }
    }

    /** One that was seen. */
    public static Filled observed(double value) {
        return new Filled(value, FillMethod.OBSERVED);
    }
}
