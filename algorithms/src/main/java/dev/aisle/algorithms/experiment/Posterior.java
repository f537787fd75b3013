package dev.aisle.algorithms.experiment;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of an effect: normal, with mean and standard deviation.
 *
 * @param deviation above 0
 */
public record Posterior(double mean, double deviation) {
    private static final NormalDistribution NORMAL = new NormalDistribution();

    /**
     * What was believed before.
     *
     * @param variance above 0
     */
    public record Prior(double mean, double variance) {}

    /**
     * The belief after an effect was seen.
     *
     * @param prior {@code null}: nothing was known, every effect was as likely
     */
    public static Posterior after(Effect effect, @Nullable Prior prior) {
        if (prior == null) {
            return new Posterior(effect.value(), effect.error());
        }
        double seen = 1 / (effect.error() * effect.error());
        double known = 1 / prior.variance();
        double variance = 1 / (seen + known);
        return new Posterior(variance * (seen * effect.value() + known * prior.mean()), Math.sqrt(variance));
    }

    /** The probability that the treatment is better. */
    public double chanceToWin() {
        return NORMAL.cumulativeProbability(mean / deviation);
    }

    /** What is lost on average by keeping the control: E[max(0, effect)]. */
    public double riskOfControl() {
        double z = mean / deviation;
        return mean * NORMAL.cumulativeProbability(z) + deviation * NORMAL.density(z);
    }

    /** What is lost on average by taking the treatment: E[max(0, −effect)]. */
    public double riskOfTreatment() {
        return new Posterior(-mean, deviation).riskOfControl();
    }

    /** The central interval that holds the effect with this probability. */
    public double[] interval(double level) {
        double half = NORMAL.inverseCumulativeProbability((1 + level) / 2) * deviation;
        return new double[] {mean - half, mean + half};
    }
}
