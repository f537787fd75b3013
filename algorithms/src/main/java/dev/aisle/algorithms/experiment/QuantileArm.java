package dev.aisle.algorithms.experiment;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * A quantile of an arm by three of its ordered values: the quantile itself, and those between which it is with 95 %, of independent units.
 *
 * @param n units with a value
 * @param value the quantile
 * @param lower the value at {@link #ranks}[0]
 * @param upper the value at {@link #ranks}[1]
 * @see <a href="https://doi.org/10.1145/3178876.3186097">Liu, Sun, Varshney, Xu: Large-scale online experimentation with quantile metrics</a>
 */
public record QuantileArm(long n, double value, double lower, double upper) {
    private static final double Z = new NormalDistribution().inverseCumulativeProbability(0.975);

    /**
     * Where the values stand that hold the quantile between them, as shares of the ordered units.
     *
     * @param n units, above 0
     * @param quantile in (0, 1)
     */
    public static double[] ranks(long n, double quantile) {
        double reach = Z * Math.sqrt(quantile * (1 - quantile) / n);
        return new double[] {Math.max(0, quantile - reach), Math.min(1, quantile + reach)};
    }

    /** The arm: the error of its mean is that of the quantile. */
    public Arm arm() {
        double error = (upper - lower) / (2 * Z);
        return new Arm(n, value, error * error * n);
    }
}
