package dev.aisle.algorithms.customers;

/**
 * A value with its uncertainty.
 *
 * @param value the best single answer; a mean of something lopsided may lie outside an interval between quantiles
 * @param low lower end of the interval
 * @param high upper end, ≥ low
 * @param level the probability that the interval was made for, such as 0.9; half of the rest lies on either side
 */
public record Estimate(double value, double low, double high, double level) {
    /** @throws IllegalArgumentException when a number isn't finite, the ends are swapped or the level isn't between 0 and 1 */
    public Estimate {
        if (!Double.isFinite(value) || !Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException(
                    "interval: expected finite numbers in order, was " + value + " [" + low + ", " + high + "]");
        }
        checkLevel(level);
    }

    /** @throws IllegalArgumentException when the level isn't between 0 and 1 */
    public static void checkLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level: expected a probability between 0 and 1, was " + level);
        }
    }
}
