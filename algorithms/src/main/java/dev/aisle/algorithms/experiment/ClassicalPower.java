package dev.aisle.algorithms.experiment;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** The classical power of two groups of the same size, of which the side that isn't meant is left out, as R's {@code power.prop.test} and {@code power.t.test} do. */
public final class ClassicalPower {
    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final double MOST = 1e12;
    private static final int PIECES = 16;
    private static final int POINTS = 32;

    private ClassicalPower() {}

    /** How likely a difference of two shares is found with n units a group. */
    public static double powerOfShares(double n, double p1, double p2, double alpha) {
        double pooled = Math.sqrt((p1 + p2) * (1 - (p1 + p2) / 2));
        double apart = Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
        double z = NORMAL.inverseCumulativeProbability(1 - alpha / 2);
        return NORMAL.cumulativeProbability((Math.sqrt(n) * Math.abs(p1 - p2) - z * pooled) / apart);
    }

    /** Units a group that find a difference of two shares. */
    public static double unitsOfShares(double p1, double p2, double alpha, double power) {
        return root(n -> powerOfShares(n, p1, p2, alpha) - power, 1);
    }

    /** How likely a difference of two means is found with n units a group, by the noncentral t distribution. */
    public static double powerOfMeans(double n, double difference, double deviation, double alpha) {
        double freedom = 2 * (n - 1);
        double bound = new TDistribution(freedom).inverseCumulativeProbability(1 - alpha / 2);
        double shift = Math.sqrt(n / 2) * Math.abs(difference) / deviation;
        // t = (Z + shift) / √(V / freedom): over V, how likely Z is beyond.
        ChiSquaredDistribution chi = new ChiSquaredDistribution(freedom);
        double low = chi.inverseCumulativeProbability(1e-14);
        double high = chi.inverseCumulativeProbability(1 - 1e-14);
        DoubleUnaryOperator beyond =
                v -> chi.density(v) * NORMAL.cumulativeProbability(shift - bound * Math.sqrt(v / freedom));
        GaussIntegratorFactory rules = new GaussIntegratorFactory();
        double sum = 0;
        for (int piece = 0; piece < PIECES; piece++) {
            GaussIntegrator rule = rules.legendre(
                    POINTS, low + (high - low) * piece / PIECES, low + (high - low) * (piece + 1) / PIECES);
            sum += rule.integrate(beyond::applyAsDouble);
        }
        return sum;
    }

    /** Units a group that find a difference of two means. */
    public static double unitsOfMeans(double difference, double deviation, double alpha, double power) {
        return root(n -> powerOfMeans(n, difference, deviation, alpha) - power, 2);
    }

    private static double root(DoubleUnaryOperator rising, double least) {
        double low = least;
        double high = least * 2;
        while (high < MOST && rising.applyAsDouble(high) < 0) {
            low = high;
            high *= 2;
        }
        for (int step = 0; step < 100 && high - low > 1e-10 * high; step++) {
            double middle = (low + high) / 2;
            if (rising.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
