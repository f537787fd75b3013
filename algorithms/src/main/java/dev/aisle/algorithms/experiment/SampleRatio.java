package dev.aisle.algorithms.experiment;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/** Whether arms have the sizes that chance gives them. Where they don't, something but chance decides who is in which, and no effect can be believed. */
public final class SampleRatio {
    private SampleRatio() {}

    /**
     * How likely sizes at least as odd are: Pearson's χ². An arm that nobody is to be in doesn't count.
     *
     * @param people by arm
     * @param shares by arm, ≥ 0, of any sum
     * @return between 0 and 1; 1 when there are fewer than two arms or no people
     * @throws IllegalArgumentException when the lengths differ or a share is negative
     */
    public static double p(long[] people, double[] shares) {
        if (people.length != shares.length || Arrays.stream(shares).anyMatch(share -> !(share >= 0))) {
            throw new IllegalArgumentException("shares: expected one at least 0 for each arm");
        }
        double all = 0;
        double sum = 0;
        int arms = 0;
        for (int n = 0; n < people.length; n++) {
            if (shares[n] > 0) {
                all += people[n];
                sum += shares[n];
                arms++;
            }
        }
        if (arms < 2 || all == 0) {
            return 1;
        }
        double square = 0;
        for (int n = 0; n < people.length; n++) {
            if (shares[n] > 0) {
                double expected = all * shares[n] / sum;
                square += (people[n] - expected) * (people[n] - expected) / expected;
            }
        }
        return 1 - new ChiSquaredDistribution(arms - 1).cumulativeProbability(square);
    }
}
