package dev.aisle.algorithms.experiment;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Whether shares of yes differ between groups, by Pearson's χ².
 *
 * @param statistic χ², above or equal to 0
 * @param freedom groups less one
 * @param p how likely such shares are when all are alike
 */
public record Proportions(double statistic, int freedom, double p) {
    /**
     * Compares groups.
     *
     * @param yes of each group
     * @param units of each group, above 0
     * @param corrected whether Yates' correction is made, as R does of two groups; only of two
     */
    public static Proportions of(double[] yes, double[] units, boolean corrected) {
        double all = 0;
        double sum = 0;
        for (int group = 0; group < yes.length; group++) {
            all += units[group];
            sum += yes[group];
        }
        double share = sum / all;
        double correction = corrected ? correction(yes, units) : 0;
        double statistic = 0;
        for (int group = 0; group < yes.length; group++) {
            double off = Math.abs(yes[group] - units[group] * share) - correction;
            statistic += off * off / (units[group] * share * (1 - share));
        }
        int freedom = yes.length - 1;
        double p =
                share == 0 || share == 1 ? 1 : 1 - new ChiSquaredDistribution(freedom).cumulativeProbability(statistic);
        return new Proportions(share == 0 || share == 1 ? 0 : statistic, freedom, p);
    }

    private static double correction(double[] yes, double[] units) {
        double difference = Math.abs(yes[0] / units[0] - yes[1] / units[1]);
        return Math.min(0.5, difference / (1 / units[0] + 1 / units[1]));
    }

    /** The interval of the difference of two shares, one less two, [low, high], within [−1, 1]. */
    public static double[] interval(double[] yes, double[] units, double level, boolean corrected) {
        double one = yes[0] / units[0];
        double two = yes[1] / units[1];
        double inverse = 1 / units[0] + 1 / units[1];
        double widened = corrected ? correction(yes, units) * inverse : 0;
        double half = new NormalDistribution().inverseCumulativeProbability((1 + level) / 2)
                        * Math.sqrt(one * (1 - one) / units[0] + two * (1 - two) / units[1])
                + widened;
        return new double[] {Math.max(-1, one - two - half), Math.min(1, one - two + half)};
    }
}
