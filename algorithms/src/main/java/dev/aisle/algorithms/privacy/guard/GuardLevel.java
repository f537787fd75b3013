package dev.aisle.algorithms.privacy.guard;

import dev.aisle.algorithms.privacy.noise.Gaussian;

/**
 * The strength of the guard. One number decides both sides of the bargain: the smaller the noise, the fewer new answers a day. The
 * promise is for all services together, each of which counts its own day of a reader, so a day is divided among them.
 *
 * @param k the smallest number of people that is shown, 2 or more
 * @param deviation standard deviation of the noise of a count, in people, 10 or more
 */
public record GuardLevel(int k, double deviation) {
    /** The level that holds where nobody configured another. */
    public static final GuardLevel DEFAULT = new GuardLevel(20, 17);

    /** How many services publish numbers of people: profile, recommender and campaign. */
    public static final int SERVICES = 3;

    /** The price of an answer, in answers of the day. */
    static final int DRAWN = 1;

    /** The same, when it is drawn since people moved: the judgement tells at most as much as an answer. */
    static final int MOVED_AND_DRAWN = 2;

    private static final double LEAST_DEVIATION = 10;
    private static final double VARIANCE_PER_ANSWER = 4.8;
    private static final double COMPARISON = 3;
    private static final double FAR = 4;
    private static final double FAR_SHARE = 0.1;

    public GuardLevel {
        if (k < 2) {
            throw new IllegalArgumentException("k: must be 2 or more, a smaller threshold protects nobody");
        }
        if (!(deviation >= LEAST_DEVIATION) || !Double.isFinite(deviation)) {
            throw new IllegalArgumentException("deviation: must be 10 people or more");
        }
    }

    /** Whether a number of people is shown: from k on, noise included, and not when noise alone would often reach it. */
    public boolean shows(NoisedFigure people) {
        return people.value() >= k && people.standsOut();
    }

    /**
     * Whether one of many numbers is shown, of which most may be of nobody, or one whose name comes from what people do: only where it is far
     * out of the noise, so that none of them is shown by chance.
     */
    public boolean showsOneOfMany(NoisedFigure people) {
        return shows(people) && people.standsFarOut();
    }

    /** How many new answers a reader gets of one service in a day, so that {@link #advantage} is about 0.09. */
    public int answersADay() {
        return (int) (deviation * deviation / (VARIANCE_PER_ANSWER * SERVICES));
    }

    /**
     * How much better than by chance (0.5) whoever knows everything else guesses one fact of one person from the answers of a day, of all
     * services together.
     */
    public double advantage() {
        return Gaussian.advantage(deviation, SERVICES * answersADay());
    }

    /** Standard deviation of the noise with which it is judged whether people moved, in people. */
    double comparison() {
        return COMPARISON * deviation;
    }

    /** How far people move until a number is drawn anew: further than noise of the number and of the judgement goes, or a tenth. */
    double far(NoisedFigure shown) {
        return Math.max(FAR * Math.hypot(comparison(), shown.deviation()), FAR_SHARE * shown.value());
    }
}
