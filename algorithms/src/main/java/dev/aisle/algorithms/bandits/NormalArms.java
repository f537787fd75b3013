package dev.aisle.algorithms.bandits;

import dev.aisle.algorithms.experiment.Arm;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * What is believed of the arms of a bandit: normal around each mean. The chances that Thompson sampling would draw are computed, so that the weights that are
 * logged are the weights that were used.
 *
 * @see <a href="https://arxiv.org/abs/1602.08448">Russo: Simple Bayesian algorithms for best-arm identification</a>, top-two sampling
 */
public final class NormalArms {
    private static final int PIECES = 48;
    private static final int POINTS = 24;
    private static final double FAR = 9;

    private final NormalDistribution[] arms;

    private NormalArms(NormalDistribution[] arms) {
        this.arms = arms;
    }

    /**
     * Beliefs.
     *
     * @param means one an arm
     * @param deviations standard deviations of the means, each above 0
     */
    public static NormalArms of(double[] means, double[] deviations) {
        NormalDistribution[] arms = new NormalDistribution[means.length];
        Arrays.setAll(arms, arm -> new NormalDistribution(means[arm], deviations[arm]));
        return new NormalArms(arms);
    }

    /**
     * Beliefs after observations, when nothing was known before.
     *
     * @param seen arms of at least two units and some variance each
     */
    public static NormalArms after(List<Arm> seen) {
        return of(
                seen.stream().mapToDouble(Arm::mean).toArray(),
                seen.stream()
                        .mapToDouble(arm -> Math.sqrt(arm.variance() / arm.n()))
                        .toArray());
    }

    /** The probability of each arm that it is the best: the weights of Thompson sampling. */
    public double[] best() {
        return IntStream.range(0, arms.length)
                .mapToDouble(arm -> integral(arm, value -> below(value, arm, -1)))
                .toArray();
    }

    /** The probability of each arm that it is the second best. */
    public double[] second() {
        return IntStream.range(0, arms.length)
                .mapToDouble(arm -> IntStream.range(0, arms.length)
                        .filter(first -> first != arm)
                        .mapToDouble(first -> integral(
                                arm,
                                value -> (1 - arms[first].cumulativeProbability(value)) * below(value, arm, first)))
                        .sum())
                .toArray();
    }

    /** The weights of top-two Thompson sampling: the best and the second best of a draw, each half of the time. */
    public double[] topTwo() {
        double[] best = best();
        double[] second = second();
        return IntStream.range(0, arms.length)
                .mapToDouble(arm -> arms.length == 1 ? 1 : (best[arm] + second[arm]) / 2)
                .toArray();
    }

    private double below(double value, int arm, int except) {
        double product = 1;
        for (int other = 0; other < arms.length; other++) {
            product *= other == arm || other == except ? 1 : arms[other].cumulativeProbability(value);
        }
        return product;
    }

    private double integral(int arm, DoubleUnaryOperator of) {
        NormalDistribution belief = arms[arm];
        double low = belief.getMean() - FAR * belief.getStandardDeviation();
        double width = 2 * FAR * belief.getStandardDeviation() / PIECES;
        GaussIntegratorFactory rules = new GaussIntegratorFactory();
        double sum = 0;
        for (int piece = 0; piece < PIECES; piece++) {
            GaussIntegrator rule = rules.legendre(POINTS, low + piece * width, low + (piece + 1) * width);
            sum += rule.integrate(value -> belief.density(value) * of.applyAsDouble(value));
        }
        return sum;
    }
}
