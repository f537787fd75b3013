package dev.aisle.algorithms.experiment;

import java.util.function.IntToDoubleFunction;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;
import org.hipparchus.distribution.discrete.PoissonDistribution;

/** Tests of small counts that need no large numbers: what is at most as likely as what was seen is summed, as R does. */
public final class SmallCounts {
    /** Equally likely outcomes may differ by rounding. */
    private static final double SLACK = 1 + 1e-7;

    private SmallCounts() {}

    /**
     * Fisher's test of a table of two by two: whether rows and columns go with each other.
     *
     * @return two-sided p
     */
    public static double fisher(int a, int b, int c, int d) {
        HypergeometricDistribution chance = table(a, b, c, d);
        return atMostAsLikely(
                chance::probability,
                chance.getSupportLowerBound(),
                chance.getSupportUpperBound(),
                chance.probability(a));
    }

    /** The same against the odds being above 1. */
    public static double fisherGreater(int a, int b, int c, int d) {
        return table(a, b, c, d).upperCumulativeProbability(a);
    }

    private static HypergeometricDistribution table(int a, int b, int c, int d) {
        return new HypergeometricDistribution(a + b + c + d, a + c, a + b);
    }

    /** Whether a share is p0: two-sided p of so many yes among n. */
    public static double binomial(int yes, int n, double p0) {
        BinomialDistribution chance = new BinomialDistribution(n, p0);
        return atMostAsLikely(chance::probability, 0, n, chance.probability(yes));
    }

    /** Clopper's and Pearson's interval of a share, [low, high]. */
    public static double[] binomialInterval(int yes, int n, double level) {
        double tail = (1 - level) / 2;
        return new double[] {
            yes == 0 ? 0 : new BetaDistribution(yes, n - yes + 1.0).inverseCumulativeProbability(tail),
            yes == n ? 1 : new BetaDistribution(yes + 1.0, n - yes).inverseCumulativeProbability(1 - tail)
        };
    }

    /** Whether a rate is r0: two-sided p of so many events within a time. */
    public static double poisson(int events, double time, double r0) {
        PoissonDistribution chance = new PoissonDistribution(time * r0);
        int far = (int) (Math.max(events, Math.ceil(time * r0)) * 2 + 100);
        return atMostAsLikely(chance::probability, 0, far, chance.probability(events));
    }

    /** Garwood's interval of a rate, [low, high]. */
    public static double[] poissonInterval(int events, double time, double level) {
        double tail = (1 - level) / 2;
        return new double[] {
            events == 0 ? 0 : new GammaDistribution(events, 1).inverseCumulativeProbability(tail) / time,
            new GammaDistribution(events + 1.0, 1).inverseCumulativeProbability(1 - tail) / time
        };
    }

    private static double atMostAsLikely(IntToDoubleFunction chance, int from, int until, double seen) {
        double sum = 0;
        for (int outcome = from; outcome <= until; outcome++) {
            double one = chance.applyAsDouble(outcome);
            sum += one <= seen * SLACK ? one : 0;
        }
        return Math.min(1, sum);
    }
}
