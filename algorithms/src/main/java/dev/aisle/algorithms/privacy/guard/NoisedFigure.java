package dev.aisle.algorithms.privacy.guard;

/**
 * A number as it is shown, with noise and rounded.
 *
 * @param deviation standard deviation of its noise
 */
public record NoisedFigure(double value, double deviation) {
    private static final double OUT = 3.5;
    private static final double FAR_OUT = 4.5;

    /** Whether the number is more than what noise alone makes of nothing: at least three and a half deviations. */
    public boolean standsOut() {
        return value >= OUT * deviation;
    }

    /**
     * Whether it is far more than what noise makes of a single person. So much it takes where the number's name comes from what people do,
     * and where the number's being there must not say that one of them exists.
     */
    public boolean standsFarOut() {
        return value >= FAR_OUT * deviation;
    }

    /** The number, rounded to a whole one. */
    public long whole() {
        return Math.round(value);
    }
}
