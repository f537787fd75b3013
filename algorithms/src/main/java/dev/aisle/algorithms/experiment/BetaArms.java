package dev.aisle.algorithms.experiment;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.distribution.continuous.BetaDistribution;

/** Rates of several arms, each believed to be a beta distribution. Integrals are computed, not drawn. */
public final class BetaArms {
    private static final int PIECES = 64;
    private static final int POINTS = 32;

    private final BetaDistribution[] arms;

    /**
     * Beliefs after counting.
     *
     * @param successes one an arm
     * @param units one an arm, at least the successes
     * @param alpha of the prior beta distribution, above 0; 1 and 1 know nothing
     * @param beta of the prior, above 0
     */
    public BetaArms(long[] successes, long[] units, double alpha, double beta) {
        arms = new BetaDistribution[successes.length];
        Arrays.setAll(arms, arm -> new BetaDistribution(alpha + successes[arm], beta + units[arm] - successes[arm]));
    }

    /** The probability of each arm that it is the best. */
    public double[] best() {
        return IntStream.range(0, arms.length)
                .mapToDouble(arm -> integral(rate -> arms[arm].density(rate) * othersBelow(arm, rate), arm))
                .toArray();
    }

    /** What is lost on average by taking an arm: E[max over arms] less its own mean. */
    public double[] expectedLoss() {
        double best = 0;
        for (int arm = 0; arm < arms.length; arm++) {
            int one = arm;
            best += integral(rate -> rate * arms[one].density(rate) * othersBelow(one, rate), one);
        }
        double greatest = best;
        return Arrays.stream(arms)
                .mapToDouble(arm -> Math.max(0, greatest - arm.getNumericalMean()))
                .toArray();
    }

    /** The central intervals that hold each rate with this probability, [low, high] an arm. */
    public double[][] intervals(double level) {
        return Arrays.stream(arms)
                .map(arm -> new double[] {
                    arm.inverseCumulativeProbability((1 - level) / 2), arm.inverseCumulativeProbability((1 + level) / 2)
                })
                .toArray(double[][]::new);
    }

    /** The mean rate of each arm. */
    public double[] means() {
        return Arrays.stream(arms)
                .mapToDouble(BetaDistribution::getNumericalMean)
                .toArray();
    }

    private double othersBelow(int arm, double rate) {
        double below = 1;
        for (int other = 0; other < arms.length; other++) {
            below *= other == arm ? 1 : arms[other].cumulativeProbability(rate);
        }
        return below;
    }

    /** Where an arm has all but a millionth of a millionth of its mass. */
    private double integral(java.util.function.DoubleUnaryOperator of, int arm) {
        double low = arms[arm].inverseCumulativeProbability(1e-12);
        double high = arms[arm].inverseCumulativeProbability(1 - 1e-12);
        GaussIntegratorFactory rules = new GaussIntegratorFactory();
        double sum = 0;
        for (int piece = 0; piece < PIECES; piece++) {
            double from = low + (high - low) * piece / PIECES;
            double to = low + (high - low) * (piece + 1) / PIECES;
            GaussIntegrator rule = rules.legendre(POINTS, from, to);
            sum += rule.integrate(of::applyAsDouble);
        }
        return sum;
    }
}
