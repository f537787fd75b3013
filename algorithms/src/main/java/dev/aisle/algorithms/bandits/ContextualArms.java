package dev.aisle.algorithms.bandits;

import dev.aisle.algorithms.experiment.Sums;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Arms whose reward depends on a context, learned from sums: a linear model an arm, around the mean of all rewards and in units of their standard
 * deviation. Each policy says the weights of a context, none of them draws; so what is logged is what was used.
 */
public final class ContextualArms {
    private static final double RIDGE = 1;

    private final LinearBelief[] arms;
    private final double mean;
    private final double deviation;

    /** How weights are made of beliefs. */
    public enum Policy {
        /** The probability of being the best. */
        THOMPSON,
        /** Best and second best of a draw, each half of the time. */
        TOP_TWO_THOMPSON,
        /** All weight to the greatest upper bound, one standard deviation above the mean. */
        LINUCB
    }

    /** What came of an arm in a context. */
    public record Seen(int arm, double[] context, Sums rewards) {}

    /**
     * Learns.
     *
     * @param arms how many there are
     * @param features of a context
     */
    public ContextualArms(int arms, int features, List<Seen> all) {
        this.arms = Stream.generate(() -> new LinearBelief(features, RIDGE))
                .limit(arms)
                .toArray(LinearBelief[]::new);
        double n = 0;
        double sum = 0;
        double squares = 0;
        for (Seen one : all) {
            n += one.rewards().n();
            sum += one.rewards().sum();
            squares += one.rewards().squares();
        }
        mean = n > 0 ? sum / n : 0;
        deviation = n > 1 ? Math.sqrt(Math.max(0, (squares - n * mean * mean) / (n - 1))) : 0;
        for (Seen one : all) {
            double count = one.rewards().n();
            this.arms[one.arm()].learn(one.context(), count, one.rewards().sum() - count * mean);
        }
    }

    /**
     * How often each arm is shown in a context.
     *
     * @param floor least weight of each
     * @return weights that sum to 1; {@code null} while no two rewards differ, so that nothing can be said
     */
    public double @Nullable [] weights(Policy policy, double[] context, double floor) {
        if (!(deviation > 0)) {
            return null;
        }
        double[] means = new double[arms.length];
        double[] deviations = new double[arms.length];
        for (int arm = 0; arm < arms.length; arm++) {
            LinearBelief.Expected expected = arms[arm].in(context);
            means[arm] = expected.mean();
            deviations[arm] = deviation * expected.deviation();
        }
        return Floor.under(
                normalised(
                        switch (policy) {
                            case THOMPSON -> NormalArms.of(means, deviations).best();
                            case TOP_TWO_THOMPSON ->
                                NormalArms.of(means, deviations).topTwo();
                            case LINUCB -> greatest(means, deviations);
                        }),
                floor);
    }

    private static double[] greatest(double[] means, double[] deviations) {
        int best = 0;
        for (int arm = 1; arm < means.length; arm++) {
            best = means[arm] + deviations[arm] > means[best] + deviations[best] ? arm : best;
        }
        double[] weights = new double[means.length];
        weights[best] = 1;
        return weights;
    }

    private static double[] normalised(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }
}
