package dev.aisle.algorithms.customers.lifetime;

import dev.aisle.algorithms.customers.draws.Draws;
import java.util.random.RandomGenerator;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/**
 * Customers who leave, if they do, right behind a purchase: BG/NBD and its relatives. Purchases come at gamma-distributed rates;
 * behind each one the customer leaves with a probability that is beta-distributed. With {@code k} above 1 only each k-th event of
 * the Poisson process is a purchase, so that they are more regular than chance.
 *
 * @param modified true when one may leave behind the first purchase too (MBG), false when not before the second (BG)
 * @param k regularity, 1 to 20; 1 is Poisson
 * @param r shape of the rates
 * @param alpha their rate parameter, in units of time
 * @param a first parameter of the dropout probability
 * @param b second parameter
 * @see <a href="https://doi.org/10.1287/mksc.1040.0098">Fader, Hardie, Lee 2005</a>
 * @see <a href="https://doi.org/10.1007/s11573-006-0015-2">Batislam, Denizel, Filiztekin 2007, MBG/NBD</a>
 * @see <a href="https://doi.org/10.1016/j.ejor.2016.05.043">Platzer, Reutterer 2016, CNBD-k</a>
 */
public record BetaGeometric(boolean modified, int k, double r, double alpha, double a, double b)
        implements LifetimeModel {
    static final int MOST_REGULAR = 20;

    /** @throws IllegalArgumentException when a parameter isn't positive or k is out of range */
    public BetaGeometric {
        if (k < 1 || k > MOST_REGULAR) {
            throw new IllegalArgumentException("k: expected 1 to " + MOST_REGULAR + ", was " + k);
        }
        LifetimeModel.checkPositive("r", r);
        LifetimeModel.checkPositive("alpha", alpha);
        LifetimeModel.checkPositive("a", a);
        LifetimeModel.checkPositive("b", b);
    }

    /** BG/NBD. */
    public static BetaGeometric bgNbd(double r, double alpha, double a, double b) {
        return new BetaGeometric(false, 1, r, alpha, a, b);
    }

    /** MBG/NBD. */
    public static BetaGeometric mbgNbd(double r, double alpha, double a, double b) {
        return new BetaGeometric(true, 1, r, alpha, a, b);
    }

    /** For k above 1 without {@code (k−1)·Σ log(gap)}, which no parameter changes. */
    @Override
    public double logLikelihood(PurchaseHistory history) {
        return countTerm(history.repeats()) + timeTerm(history.repeats(), history.lastTime(), history.age());
    }

    double countTerm(long x) {
        return Beta.logBeta(a, survivals(x))
                - Beta.logBeta(a, b)
                + Gamma.logGamma(r + (double) k * x)
                - Gamma.logGamma(r)
                + r * Math.log(alpha)
                - (k > 1 ? x * Gamma.logGamma(k) : 0);
    }

    /** Still there, or left behind the last purchase. */
    double timeTerm(long x, double lastTime, double age) {
        return Logs.sum(stillThere(x, lastTime, age), left(x, lastTime));
    }

    private double stillThere(long x, double lastTime, double age) {
        return (k == 1 ? 0 : Math.log(Stages.sum(k, r + (double) k * x, (age - lastTime) / (alpha + age))))
                - (r + (double) k * x) * Math.log(alpha + age);
    }

    private double left(long x, double lastTime) {
        return x == 0 && !modified
                ? Double.NEGATIVE_INFINITY
                : Math.log(a / (survivals(x) - 1)) - (r + (double) k * x) * Math.log(alpha + lastTime);
    }

    /** The second parameter of the dropout probability of who is still there: one more a purchase that could have been the last. */
    double survivals(long x) {
        return b + x + (modified ? 1 : 0);
    }

    @Override
    public double alive(PurchaseHistory h) {
        return 1 / (1 + Math.exp(left(h.repeats(), h.lastTime()) - stillThere(h.repeats(), h.lastTime(), h.age())));
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double t) {
        LifetimeModel.checkHorizon(t);
        double shape = r + (double) k * history.repeats();
        double grown = t / (alpha + history.age());
        double survivals = survivals(history.repeats());
        double expected = k == 1
                ? GeometricDropout.expected(shape, grown, a, survivals)
                : Stages.expected(stages(history), shape, grown, a, survivals);
        return alive(history) * expected;
    }

    /** How far a customer who is still there is on the way to the next purchase: probability of each number of events since the last. */
    private double[] stages(PurchaseHistory history) {
        return Stages.weights(k, r + (double) k * history.repeats(), history.silence() / (alpha + history.age()));
    }

    @Override
    public FutureDraws draws(PurchaseHistory history, RandomGenerator random) {
        double alive = alive(history);
        double[] stages = stages(history);
        double shape = r + (double) k * history.repeats();
        return (ends, into) -> {
            int stage = Stages.draw(stages, random);
            double rate = Draws.gamma(random, shape + stage) / (alpha + history.age());
            long left = random.nextDouble() < alive
                    ? Draws.geometric(random, Draws.logBetaComplement(random, a, survivals(history.repeats())))
                    : 0;
            double from = 0;
            for (int period = 0; period < ends.length; period++) {
                long events = left == 0 ? 0 : stage + Draws.poisson(random, rate * (ends[period] - from));
                into[period] = Math.min(left, events / k);
                left -= into[period];
                stage = (int) (events % k);
                from = ends[period];
            }
        };
    }
}
