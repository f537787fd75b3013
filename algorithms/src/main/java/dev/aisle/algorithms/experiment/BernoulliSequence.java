package dev.aisle.algorithms.experiment;

import java.util.function.DoublePredicate;

/**
 * Rates that the counts so far don't rule out, at every look.
 *
 * @param optimum trials at which the interval is tightest, above 0
 * @param alpha in (0, 1)
 * @see <a href="https://arxiv.org/abs/1810.08240">Howard, Ramdas, McAuliffe, Sekhon</a>, corollary 1 with the beta-binomial mixture
 */
public record BernoulliSequence(double optimum, double alpha) {
    /** The interval, [low, high]. */
    public double[] interval(double successes, double trials) {
        if (trials == 0) {
            return new double[] {0, 1};
        }
        double seen = successes / trials;
        DoublePredicate possible = rate -> evidence(rate, successes, trials) < Math.log(1 / alpha);
        return new double[] {edge(seen, 0, possible), edge(seen, 1, possible)};
    }

    /** The log of the evidence against a rate in (0, 1). */
    public double evidence(double rate, double successes, double trials) {
        double variance = rate * (1 - rate);
        Mixture mixture = Mixture.betaBinomial(Mixture.bestRho(optimum * variance, alpha), rate, 1 - rate, false);
        return mixture.log(successes - trials * rate, trials * variance);
    }

    private static double edge(double seen, double end, DoublePredicate possible) {
        if (seen == end) {
            return end;
        }
        double in = seen == 0 || seen == 1 ? seen + (end - seen) * 1e-9 : seen;
        double out = end;
        for (int step = 0; step < 100; step++) {
            double rate = (in + out) / 2;
            if (rate > 0 && rate < 1 && possible.test(rate)) {
                in = rate;
            } else {
                out = rate;
            }
        }
        return (in + out) / 2;
    }
}
