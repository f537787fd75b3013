package dev.aisle.algorithms.experiment;

import dev.aisle.algorithms.customers.Estimate;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The mean of one arm less that of another, each with its own variance. Of yes and no it is the difference of two proportions.
 *
 * @param difference in the unit of the metric
 * @param error its standard error
 * @param freedom degrees of freedom; infinite when nothing varies
 * @see <a href="https://doi.org/10.1093/biomet/34.1-2.28">Welch 1947</a>
 */
public record MeanDifference(double difference, double error, double freedom) {
    /** Beyond so many degrees the t distribution is the normal one to six digits. */
    private static final double LARGE = 1e6;

    /**
     * Compares.
     *
     * @throws IllegalArgumentException when an arm has fewer than two people
     */
    public static MeanDifference of(Sums treated, Sums control) {
        if (treated.n() < 2 || control.n() < 2) {
            throw new IllegalArgumentException(
                    "arms: expected at least two people in each, were " + treated.n() + " and " + control.n());
        }
        double one = treated.variance() / treated.n();
        double two = control.variance() / control.n();
        double both = one + two;
        double freedom = both == 0
                ? Double.POSITIVE_INFINITY
                : both * both / (one * one / (treated.n() - 1) + two * two / (control.n() - 1));
        return new MeanDifference(treated.mean() - control.mean(), Math.sqrt(both), freedom);
    }

    /** The interval that covers the true difference so often. */
    public Estimate interval(double level) {
        Estimate.checkLevel(level);
        double half = error == 0 ? 0 : error * distribution().inverseCumulativeProbability((1 + level) / 2);
        return new Estimate(difference, difference - half, difference + half, level);
    }

    /** How likely a difference at least as large is when there is none; two-sided. 1 when nothing differs at all. */
    public double p() {
        if (error == 0) {
            return difference == 0 ? 1 : 0;
        }
        return 2 * distribution().cumulativeProbability(-Math.abs(difference / error));
    }

    private TDistribution distribution() {
        return new TDistribution(Math.min(freedom, LARGE));
    }
}
