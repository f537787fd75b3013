package dev.aisle.algorithms.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Fisher's randomisation test of pairs: if two algorithms were alike, each difference could as well have the other sign. The p-value is two-sided:
 * the share of sign patterns whose sum is at least as far from zero as the one that was seen.
 *
 * @see <a href="https://doi.org/10.1145/1321440.1321528">Smucker, Allan, Carterette 2007</a>
 */
final class SignFlips {
    /** Up to here every pattern is tried. */
    private static final int MOST_EXACT = 16;
    /** Additions spent on drawn patterns. */
    private static final double WORK = 2e8;

    private static final int MOST_DRAWN = 10_000;
    private static final int LEAST_DRAWN = 2_000;
    private static final double ROUNDING = 1e-12;

    private SignFlips() {}

    /**
     * The p-value.
     *
     * @param differences one a person, finite; zeros don't matter
     * @param seed of the patterns, where there are too many to try all
     * @return from 0 to 1, never 0: 1 when all are zero; the pattern that was seen is counted among the drawn
     */
    static double p(double[] differences, long seed) {
        double[] moved = Arrays.stream(differences).filter(d -> d != 0).toArray();
        double size = Arrays.stream(moved).map(Math::abs).sum();
        double seen = Math.abs(Arrays.stream(moved).sum()) - ROUNDING * size;
        if (moved.length <= MOST_EXACT) {
            return exact(moved, seen);
        }
        int draws = (int) Math.clamp(WORK / moved.length, LEAST_DRAWN, MOST_DRAWN);
        SplittableRandom random = new SplittableRandom(seed);
        int asFar = 1;
        for (int draw = 0; draw < draws; draw++) {
            asFar += Math.abs(flipped(moved, random)) >= seen ? 1 : 0;
        }
        return asFar / (draws + 1.0);
    }

    private static double exact(double[] moved, double seen) {
        int patterns = 1 << moved.length;
        int asFar = 0;
        for (int pattern = 0; pattern < patterns; pattern++) {
            double sum = 0;
            for (int n = 0; n < moved.length; n++) {
                sum += (pattern >> n & 1) == 0 ? moved[n] : -moved[n];
            }
            asFar += Math.abs(sum) >= seen ? 1 : 0;
        }
        return (double) asFar / patterns;
    }

    private static double flipped(double[] moved, SplittableRandom random) {
        double sum = 0;
        long bits = 0;
        for (int n = 0; n < moved.length; n++) {
            bits = (n & 63) == 0 ? random.nextLong() : bits >>> 1;
            // The lowest bit becomes −1 or 1, without a branch that can't be foretold.
            sum += moved[n] * (double) (((bits & 1) << 1) - 1);
        }
        return sum;
    }
}
