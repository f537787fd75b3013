package dev.aisle.algorithms.customers.lifetime;

import dev.aisle.algorithms.customers.draws.Draws;
import dev.aisle.algorithms.customers.likelihood.MaximumLikelihood;
import java.util.random.RandomGenerator;
import org.hipparchus.special.Gamma;

/**
 * What a purchase is worth: each customer's amounts are gamma-distributed around a mean of their own, and the means are inverse gamma.
 * It supposes that who buys often doesn't spend more or less a purchase.
 *
 * @param p shape of the amounts of one customer
 * @param q shape of the customers' rate parameters; above 1, else the mean spend would be infinite
 * @param v their rate parameter, in money
 * @see <a href="http://www.brucehardie.com/notes/025/">Fader, Hardie 2013, The Gamma-Gamma model of monetary value</a>
 */
public record GammaGamma(double p, double q, double v) {
    /** @throws IllegalArgumentException when a parameter isn't positive, or q not above 1 */
    public GammaGamma {
        LifetimeModel.checkPositive("p", p);
        LifetimeModel.checkPositive("q", q);
        LifetimeModel.checkPositive("v", v);
        if (q <= 1) {
            throw new IllegalArgumentException("q: expected above 1, else no mean exists, was " + q);
        }
    }

    /**
     * A fit.
     *
     * @param model the parameters
     * @param logLikelihood at the maximum
     * @param customers those that counted: with a repeat purchase and a spend above 0
     */
    public record Fit(GammaGamma model, double logLikelihood, long customers) {}

    /**
     * Fits by maximum likelihood, over customers with a repeat and a spend above zero.
     *
     * @param x repeats of each customer
     * @param z mean amount of these repeats, same length; finite and ≥ 0
     * @throws IllegalArgumentException when the lengths differ, an amount is negative or nobody counts
     */
    public static Fit fit(long[] x, double[] z) {
        if (x.length != z.length) {
            throw new IllegalArgumentException("x, z: expected lists of one length");
        }
        for (int n = 0; n < x.length; n++) {
            check(x[n], z[n]);
        }
        GammaGammaSample sample = GammaGammaSample.of(x, z);
        if (sample.customers() == 0) {
            throw new IllegalArgumentException("z: expected a customer with a repeat purchase and an amount above 0");
        }
        double[] at = MaximumLikelihood.of(
                found -> sample.logLikelihood(of(found)), new double[] {2, 2, sample.meanAmount()}, 1);
        GammaGamma model = of(at);
        return new Fit(model, sample.logLikelihood(model), sample.customers());
    }

    private static GammaGamma of(double[] found) {
        return new GammaGamma(found[0], 1 + found[1], found[2]);
    }

    /** The logarithm of the density of a mean amount z over x ≥ 1 purchases. */
    public double logLikelihood(long x, double z) {
        return countTerm(x) + amountTerm(x, z, Math.log(z));
    }

    /** What of it depends on the number of purchases alone. */
    double countTerm(long x) {
        double px = p * x;
        return Gamma.logGamma(px + q)
                - Gamma.logGamma(px)
                - Gamma.logGamma(q)
                + q * Math.log(v)
                + px * Math.log((double) x);
    }

    double amountTerm(long x, double z, double logZ) {
        return (p * x - 1) * logZ - (p * x + q) * Math.log(x * z + v);
    }

    /** The population's mean amount of a purchase. */
    public double spend() {
        return p * v / (q - 1);
    }

    /**
     * A customer's expected amount of a purchase: between the own mean and the population's.
     *
     * @param x repeats; 0 gives the population's mean
     * @param z their mean amount, ≥ 0
     */
    public double spend(long x, double z) {
        check(x, z);
        double own = p * x / (p * x + q - 1);
        return (1 - own) * spend() + own * z;
    }

    /** Draws the sum of some purchases' amounts for a customer whose rate parameter was drawn by {@link #drawRate}. */
    double drawSum(long purchases, double rate, RandomGenerator random) {
        return purchases == 0 ? 0 : Draws.gamma(random, p * purchases) / rate;
    }

    double drawRate(long x, double z, RandomGenerator random) {
        return Draws.gamma(random, p * x + q) / (v + x * z);
    }

    private static void check(long x, double z) {
        if (x < 0 || x > PurchaseHistory.MOST_REPEATS) {
            throw new IllegalArgumentException("x: expected 0 to " + PurchaseHistory.MOST_REPEATS + ", was " + x);
        }
        if (!(z >= 0) || !Double.isFinite(z)) {
            throw new IllegalArgumentException("z: expected a finite amount ≥ 0, was " + z);
        }
    }
}
