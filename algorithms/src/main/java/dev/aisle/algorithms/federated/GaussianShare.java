package dev.aisle.algorithms.federated;

import java.util.random.RandomGenerator;

/**
 * One partner's part of the noise. Enough of them give the sum its whole noise: {@code honest} partners who keep theirs secret and stay suffice, more
 * only add to it.
 *
 * @param deviation standard deviation that the sum must have, ≥ 0
 * @param honest how many partners give it together, ≥ 1
 */
public record GaussianShare(double deviation, int honest) {
    /** Checks the numbers. */
    public GaussianShare {
        if (!(deviation >= 0) || Double.isInfinite(deviation) || honest < 1) {
            throw new IllegalArgumentException(
                    "expected a finite deviation ≥ 0 and honest ≥ 1, were " + deviation + " and " + honest);
        }
    }

    /** Standard deviation of one share. */
    public double ofOne() {
        return deviation / Math.sqrt(honest);
    }

    /**
     * Adds a share to each number.
     *
     * @param random unpredictable, such as {@link java.security.SecureRandom}
     */
    public void add(double[] into, RandomGenerator random) {
        if (deviation > 0) {
            for (int n = 0; n < into.length; n++) {
                into[n] += ofOne() * random.nextGaussian();
            }
        }
    }
}
