package dev.aisle.algorithms.experiment;

import dev.aisle.algorithms.experiment.Posterior.Prior;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment that runs would find with more units, by the variance that its effect has now.
 *
 * @param variance of the effect now, above 0
 * @param units of both arms now
 * @param alpha two-sided level of one comparison, in (0, 1)
 * @param tuning of a {@link ConfidenceSequence}; {@code null}: it is looked at once
 * @param prior of the effect; {@code null}: nothing was known, or it isn't Bayesian
 */
public record MoreUnits(
        double variance,
        long units,
        double alpha,
        @Nullable Double tuning,
        @Nullable Prior prior) {
    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final double MOST = 1e9;

    /**
     * How likely an effect is found.
     *
     * @param more units beyond those that there are, as a share of them, ≥ 0
     */
    public double power(double effect, double more) {
        double then = variance / (1 + more);
        double error = Math.sqrt(then);
        if (prior == null) {
            double reach = reach(units * (1 + more));
            return NORMAL.cumulativeProbability(effect / error - reach)
                    + NORMAL.cumulativeProbability(-effect / error - reach);
        }
        // The posterior's mean over its deviation is beyond the quantile on either side.
        double pull = then * prior.mean() / prior.variance();
        double need = then * Math.sqrt(1 / prior.variance() + 1 / then) * quantile();
        return NORMAL.cumulativeProbability((effect + pull - need) / error)
                + NORMAL.cumulativeProbability(-(effect + pull + need) / error);
    }

    private double reach(double all) {
        return tuning == null ? quantile() : new ConfidenceSequence(alpha, tuning, Alternative.TWO_SIDED).reach(all);
    }

    private double quantile() {
        return NORMAL.inverseCumulativeProbability(1 - alpha / 2);
    }

    /**
     * How many more units find an effect, as a share of those that there are.
     *
     * @param wanted the probability to find it, in (alpha, 1)
     * @return 0 when there are enough; infinity when a thousand million times as many aren't
     */
    public double needed(double effect, double wanted) {
        if (power(effect, 0) >= wanted) {
            return 0;
        }
        if (power(effect, MOST) < wanted) {
            return Double.POSITIVE_INFINITY;
        }
        double few = 0;
        double many = MOST;
        while (many - few > 1e-9 * (1 + few)) {
            double middle = few == 0 ? Math.min(1, many / 2) : Math.sqrt((1 + few) * (1 + many)) - 1;
            if (power(effect, middle) < wanted) {
                few = middle;
            } else {
                many = middle;
            }
        }
        return many;
    }
}
