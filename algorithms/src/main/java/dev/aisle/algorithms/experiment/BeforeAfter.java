package dev.aisle.algorithms.experiment;

/**
 * A metric of an arm and what it was before the experiment, of the same units.
 *
 * @param n units
 * @param mean in the experiment's time
 * @param variance of one unit
 * @param meanBefore in the time before
 * @param varianceBefore of one unit
 * @param covariance of the two
 */
public record BeforeAfter(
        long n, double mean, double variance, double meanBefore, double varianceBefore, double covariance) {
    /** The arm as it is. */
    public Arm plain() {
        return new Arm(n, mean, Math.max(0, variance));
    }

    /** The arm with what was before taken out. */
    public Arm adjusted(double slope) {
        return new Arm(
                n,
                mean - slope * meanBefore,
                Math.max(0, variance + slope * slope * varianceBefore - 2 * slope * covariance));
    }

    /** How much of the metric goes with what was before; 0 where nothing varied before. */
    public double slope() {
        return varianceBefore > 0 ? covariance / varianceBefore : 0;
    }
}
