package dev.aisle.algorithms.privacy.guard;

import dev.aisle.algorithms.privacy.noise.Gaussian;

/**
 * The strength of the guard. One number decides both sides of the bargain: the smaller the noise, the fewer new answers a day.
 *
 * @param k the smallest number of people that is shown, 2 or more
 * @param deviation standard deviation of the noise of a count, in people, 5 or more
 */
public record GuardLevel(int k, double deviation) {
    /** The level that holds where nobody configured another. */
    public static final GuardLevel DEFAULT = new GuardLevel(20, 10);

    private static final double LEAST_DEVIATION = 5;
    private static final double VARIANCE_PER_ANSWER = 5;

    public GuardLevel {
        if (k < 2) {
            throw new IllegalArgumentException("k: must be 2 or more, a smaller threshold protects nobody");
        }
        if (!(deviation >= LEAST_DEVIATION) || !Double.isFinite(deviation)) {
            throw new IllegalArgumentException("deviation: must be 5 people or more");
        }
    }

    /** Whether a number of people is shown: from k on, noise included, and not when noise alone would often reach it. */
    public boolean shows(NoisedFigure people) {
        return people.value() >= k && people.standsOut();
    }

    /** How many new answers a reader gets in a day: a fifth of the variance, so that {@link #advantage} is below 0.09. */
    public int answersADay() {
        return (int) (deviation * deviation / VARIANCE_PER_ANSWER);
    }

    /** How much better than by chance (0.5) whoever knows everything else guesses one fact of one person from a day's answers. */
    public double advantage() {
        return Gaussian.advantage(deviation, answersADay());
    }
}
