package dev.aisle.algorithms.rerank;

/**
 * How much more of something there is lately than there used to be, as a factor for its score: with O people lately where E were expected,
 * {@code z = (O − E) / √(E + 1)} as in {@link dev.aisle.algorithms.recommend.Trending}, the factor is {@code 1 + strength · z / (z + 3)} for z &gt; 0 and 1 for
 * all others: three deviations give half of the strength, and no rise gives more than all of it.
 *
 * @param strength ≥ 0
 */
public record Rise(double strength) {
    private static final double HALF = 3;

    /** Checks the parameter. */
    public Rise {
        if (!(strength >= 0) || Double.isInfinite(strength)) {
            throw new IllegalArgumentException("trend: expected a number ≥ 0, was " + strength);
        }
    }

    /** Deviations of a count from what was expected. */
    public static double deviations(double observed, double expected) {
        return (observed - expected) / Math.sqrt(expected + 1);
    }

    /** The factor, 1 to 1 + strength. */
    public double factor(double observed, double expected) {
        double z = Math.max(0, deviations(observed, expected));
        return 1 + strength * z / (z + HALF);
    }
}
