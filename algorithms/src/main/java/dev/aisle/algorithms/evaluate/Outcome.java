package dev.aisle.algorithms.evaluate;

/** The value of a metric, or why it has none. */
public sealed interface Outcome {
    /**
     * A value with its uncertainty.
     *
     * @param value finite
     * @param low lower end of the 95 % bootstrap interval over people
     * @param high upper end
     */
    record Estimate(double value, double low, double high) implements Outcome {}

    /**
     * No value.
     *
     * @param reason why, for a person to read
     */
    record Undefined(String reason) implements Outcome {}
}
