package dev.aisle.algorithms.customers.lifetime;

import dev.aisle.algorithms.customers.draws.Draws;
import java.util.random.RandomGenerator;
import org.hipparchus.special.Gamma;

/**
 * Poisson purchases at gamma-distributed rates, and an exponential lifetime whose rate is gamma-distributed too.
 *
 * @param r shape of the purchase rates
 * @param alpha their rate parameter, in units of time
 * @param s shape of the dropout rates
 * @param beta their rate parameter, in units of time
 * @see <a href="https://doi.org/10.1287/mnsc.33.1.1">Schmittlein, Morrison, Colombo 1987</a>
 * @see <a href="http://brucehardie.com/notes/009/">Fader, Hardie 2005, a note on deriving the Pareto/NBD model</a>
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements LifetimeModel {
    /** @throws IllegalArgumentException when a parameter isn't positive */
    public ParetoNbd {
        LifetimeModel.checkPositive("r", r);
        LifetimeModel.checkPositive("alpha", alpha);
        LifetimeModel.checkPositive("s", s);
        LifetimeModel.checkPositive("beta", beta);
    }

    @Override
    public double logLikelihood(PurchaseHistory history) {
        return countTerm(history.repeats()) + timeTerm(history.repeats(), history.lastTime(), history.age());
    }

    double countTerm(long x) {
        return Gamma.logGamma(r + x) - Gamma.logGamma(r) + r * Math.log(alpha) + s * Math.log(beta);
    }

    /** Still there, or left at some moment since the last purchase. */
    double timeTerm(long x, double lastTime, double age) {
        return Logs.sum(stillThere(x, age), left(x, lastTime, age));
    }

    private double stillThere(long x, double age) {
        return -(r + x) * Math.log(alpha + age) - s * Math.log(beta + age);
    }

    /** {@code log ∫ s (α+y)^−(r+x) (β+y)^−(s+1) dy} from the last purchase to now: the difference of the two ₂F₁ of the paper. */
    private double left(long x, double lastTime, double age) {
        return Math.log(s) + Quadrature.logPowers(lastTime, age, alpha, r + x, beta, s + 1);
    }

    @Override
    public double alive(PurchaseHistory h) {
        return 1 / (1 + Math.exp(left(h.repeats(), h.lastTime(), h.age()) - stillThere(h.repeats(), h.age())));
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double t) {
        LifetimeModel.checkHorizon(t);
        double rate = (r + history.repeats()) / (alpha + history.age());
        double left = beta + history.age();
        double grown = Math.log1p(t / left);
        // (1 − ((β+T)/(β+T+t))^(s−1)) / (s−1), with its limit at s = 1
        double time = Math.abs((s - 1) * grown) < 1e-12 ? grown : -Math.expm1(-(s - 1) * grown) / (s - 1);
        return alive(history) * rate * left * time;
    }

    @Override
    public FutureDraws draws(PurchaseHistory history, RandomGenerator random) {
        double alive = alive(history);
        return (ends, into) -> {
            boolean there = random.nextDouble() < alive;
            double rate = Draws.gamma(random, r + history.repeats()) / (alpha + history.age());
            double dropout = Draws.gamma(random, s) / (beta + history.age());
            double leaves = there ? random.nextExponential() / dropout : 0;
            double from = 0;
            for (int period = 0; period < ends.length; period++) {
                double until = Math.min(leaves, ends[period]);
                into[period] = until > from ? Draws.poisson(random, rate * (until - from)) : 0;
                from = ends[period];
            }
        };
    }
}
