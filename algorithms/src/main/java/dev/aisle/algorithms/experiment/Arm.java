package dev.aisle.algorithms.experiment;

/**
 * What a comparison needs of an arm, whatever the metric.
 *
 * @param n units
 * @param mean of the metric over units
 * @param variance of one unit's value
 */
public record Arm(long n, double mean, double variance) {
    /** An arm of a metric whose values are summed. */
    public static Arm of(Sums sums) {
        return new Arm(sums.n(), sums.n() == 0 ? 0 : sums.mean(), sums.n() < 2 ? 0 : sums.variance());
    }

    /** An arm of yes and no: its variance is p(1 − p). */
    public static Arm ofYes(long n, double yes) {
        double share = n == 0 ? 0 : yes / n;
        return new Arm(n, share, share * (1 - share));
    }

    /** The squared standard error of the mean. */
    double error2() {
        return variance / n;
    }
}
