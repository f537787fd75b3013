package dev.aisle.algorithms.experiment;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment will be able to see, before it starts: of a metric with this mean and variance, units spread evenly over the variations, the effect
 * relative to the mean.
 *
 * @param mean of the control, not 0
 * @param variance of one unit's value, above 0
 * @param perVariation units a variation, above 0
 * @param alpha two-sided level, in (0, 1)
 * @param tuning of an {@link ConfidenceSequence}; {@code null}: a {@link FixedHorizon}. The sequence's greater reach is taken as a greater error, which is cautious
 */
public record Power(
        double mean,
        double variance,
        double perVariation,
        double alpha,
        @Nullable Double tuning) {
    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final double GREATEST = 100;
    private static final double MOST = 1e11;

    /** A metric of yes and no with this rate. */
    public static Power ofRate(double rate, double perVariation, double alpha, @Nullable Double tuning) {
        return new Power(rate, rate * (1 - rate), perVariation, alpha, tuning);
    }

    /** How likely it is that a relative effect of this size is found. */
    public double of(double effect) {
        double z = quantile();
        double size = effect / error(effect);
        return NORMAL.cumulativeProbability(size - z) + NORMAL.cumulativeProbability(-size - z);
    }

    /**
     * How many units a variation are needed.
     *
     * @param effect relative to the mean, not 0
     * @param wanted the probability to find it, in (alpha, 1)
     * @return infinity where a hundred thousand million aren't enough
     */
    public double unitsFor(double effect, double wanted) {
        double few = 2;
        double many = MOST;
        if (new Power(mean, variance, many, alpha, tuning).of(effect) < wanted) {
            return Double.POSITIVE_INFINITY;
        }
        while (many - few > Math.max(1, few * 1e-9)) {
            double middle = Math.sqrt(few * many);
            if (new Power(mean, variance, middle, alpha, tuning).of(effect) < wanted) {
                few = middle;
            } else {
                many = middle;
            }
        }
        return Math.ceil(many);
    }

    private double quantile() {
        return NORMAL.inverseCumulativeProbability(1 - alpha / 2);
    }

    private double error(double effect) {
        return Math.sqrt(varianceOf(effect)) * widened();
    }

    /** The variance that a relative effect of this size would be measured with. */
    public double varianceOf(double effect) {
        double lifted = 1 + effect;
        return variance * (1 + lifted * lifted) / perVariation / (mean * mean);
    }

    private double widened() {
        return tuning == null
                ? 1
                : new ConfidenceSequence(alpha, tuning, Alternative.TWO_SIDED).reach(2 * perVariation) / quantile();
    }

    /**
     * The least relative increase that is found with this probability.
     *
     * @param wanted in (alpha, 1)
     * @return NaN where there are too few units for any increase
     */
    public double minimumDetectableEffect(double wanted) {
        double z = quantile() + NORMAL.inverseCumulativeProbability(wanted);
        // (e · m)² = z² · v/n · (1 + (1 + e)²), solved for 1 + e.
        double noise = z * z * variance * widened() * widened() / perVariation / (mean * mean);
        double discriminant = 1 - (1 - noise) * (1 - noise);
        double effect = noise >= 1 ? Double.NaN : (1 + Math.sqrt(discriminant)) / (1 - noise) - 1;
        return effect <= GREATEST ? effect : Double.NaN;
    }
}
