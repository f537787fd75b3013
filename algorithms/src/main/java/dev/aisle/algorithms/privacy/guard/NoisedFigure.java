package dev.aisle.algorithms.privacy.guard;

/**
 * A number as it is shown, with noise and rounded.
 *
 * @param deviation standard deviation of its noise
 */
public record NoisedFigure(double value, double deviation) {
    private static final double OUT = 3;

    /** Whether the number is more than what noise alone makes of nothing: at least three deviations. */
    public boolean standsOut() {
        return value >= OUT * deviation;
    }

    /** The number, rounded to a whole one. */
    public long whole() {
        return Math.round(value);
    }
}
