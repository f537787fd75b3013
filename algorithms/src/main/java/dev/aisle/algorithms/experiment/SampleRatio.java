package dev.aisle.algorithms.experiment;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Whether units are split as planned, by χ²; looked at once. Arms of weight 0 don't count.
 *
 * @param p how likely such a split is when the plan was kept; 1 where there is nothing to compare
 * @param freedom arms of some weight less one
 */
public record SampleRatio(double p, int freedom) {
    /**
     * Compares.
     *
     * @param units of each arm, ≥ 0
     * @param weights as planned, ≥ 0, in any unit
     */
    public static SampleRatio of(double[] units, double[] weights) {
        if (units.length > weights.length) {
            throw new IllegalArgumentException("weights: expected one for each of the " + units.length + " arms");
        }
        double all = 0;
        double weight = 0;
        int arms = 0;
        for (int arm = 0; arm < units.length; arm++) {
            if (weights[arm] > 0) {
                all += units[arm];
                weight += weights[arm];
                arms++;
            }
        }
        if (arms < 2 || all == 0) {
            return new SampleRatio(1, Math.max(0, arms - 1));
        }
        double statistic = 0;
        for (int arm = 0; arm < units.length; arm++) {
            if (weights[arm] > 0) {
                double expected = all * weights[arm] / weight;
                statistic += (units[arm] - expected) * (units[arm] - expected) / expected;
            }
        }
        ChiSquaredDistribution chi = new ChiSquaredDistribution(arms - 1);
        return new SampleRatio(1 - chi.cumulativeProbability(statistic), arms - 1);
    }
}
