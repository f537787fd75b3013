package dev.aisle.algorithms.customers.lifetime;

import dev.aisle.algorithms.customers.draws.Draws;
import java.util.random.RandomGenerator;
import org.hipparchus.special.Gamma;

/**
 * Poisson purchases at gamma-distributed rates, and nobody ever leaves: what a lifetime model must beat.
 *
 * @param r shape of the rates
 * @param alpha their rate parameter, in units of time
 * @see <a href="https://doi.org/10.2307/2981870">Ehrenberg 1959</a>
 */
public record Nbd(double r, double alpha) implements LifetimeModel {
    /** @throws IllegalArgumentException when a parameter isn't positive */
    public Nbd {
        LifetimeModel.checkPositive("r", r);
        LifetimeModel.checkPositive("alpha", alpha);
    }

    @Override
    public double logLikelihood(PurchaseHistory history) {
        return countTerm(history.repeats()) + timeTerm(history.repeats(), history.age());
    }

    double countTerm(long x) {
        return Gamma.logGamma(r + x) - Gamma.logGamma(r) + r * Math.log(alpha);
    }

    double timeTerm(long x, double age) {
        return -(r + x) * Math.log(alpha + age);
    }

    @Override
    public double alive(PurchaseHistory history) {
        return 1;
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double t) {
        LifetimeModel.checkHorizon(t);
        return (r + history.repeats()) * (t / (alpha + history.age()));
    }

    @Override
    public FutureDraws draws(PurchaseHistory history, RandomGenerator random) {
        return (ends, into) -> {
            double rate = Draws.gamma(random, r + history.repeats()) / (alpha + history.age());
            double from = 0;
            for (int period = 0; period < ends.length; period++) {
                into[period] = Draws.poisson(random, rate * (ends[period] - from));
                from = ends[period];
            }
        };
    }
}
