package dev.aisle.algorithms.bandits;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Optimism with a linear model of the context for each arm, apart from the others (disjoint).
 *
 * @see <a href="https://arxiv.org/abs/1003.0146">Li, Chu, Langford, Schapire 2010</a>, algorithm 1
 */
public final class LinUcb {
    private final LinearBelief[] arms;
    private final double alpha;

    /**
     * Arms of which nothing is known yet.
     *
     * @param features of a context
     * @param alpha how much uncertainty is worth, ≥ 0
     * @param ridge of the regression, above 0
     */
    public LinUcb(int arms, int features, double alpha, double ridge) {
        this.alpha = alpha;
        this.arms = Stream.generate(() -> new LinearBelief(features, ridge))
                .limit(arms)
                .toArray(LinearBelief[]::new);
    }

    /** Learns that an arm brought a reward in a context. */
    public void learn(int arm, double[] context, double reward) {
        arms[arm].learn(context, reward);
    }

    /** What each arm is worth in a context: θ·x + α √(x A⁻¹ x). */
    public double[] bounds(double[] context) {
        return Arrays.stream(arms)
                .map(arm -> arm.in(context))
                .mapToDouble(expected -> expected.mean() + alpha * expected.deviation())
                .toArray();
    }
}
