package dev.aisle.algorithms.customers.coupon;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.customers.likelihood.MaximumLikelihood;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.special.Beta;

/**
 * How the customers' inclination to buy with a coupon is spread: Beta(a, b), from which a person's own follows as Beta(a + with, b + without).
 * Empirical Bayes; a correlation of coupons with purchases, not what a coupon causes, which takes a randomised offer to learn.
 *
 * @param a pseudo-purchases with a coupon
 * @param b pseudo-purchases without
 * @see <a href="https://doi.org/10.1017/CBO9780511761362">Efron 2010, Large-Scale Inference, ch. 1</a>
 */
public record CouponSensitivity(double a, double b) {
    /** @throws IllegalArgumentException when a parameter isn't positive and finite */
    public CouponSensitivity {
        if (!(a > 0 && b > 0) || !Double.isFinite(a) || !Double.isFinite(b)) {
            throw new IllegalArgumentException("a, b: expected finite numbers > 0, was " + a + ", " + b);
        }
    }

    /**
     * Fits to a population by maximum likelihood of the beta-binomial. When nobody differs from anybody, a and b grow until a wall, and
     * everyone gets the population's share.
     *
     * @throws IllegalArgumentException when nobody has bought
     */
    public static CouponSensitivity fit(Collection<CouponUse> customers) {
        Map<Long, Map<Long, Long>> counted = customers.stream()
                .filter(use -> use.purchases() > 0)
                .collect(Collectors.groupingBy(
                        CouponUse::purchases,
                        TreeMap::new,
                        Collectors.groupingBy(CouponUse::withCoupon, TreeMap::new, Collectors.counting())));
        if (counted.isEmpty()) {
            throw new IllegalArgumentException("coupons: expected a customer who has bought");
        }
        double[] at = MaximumLikelihood.of(p -> logLikelihood(p[0], p[1], counted), new double[] {1, 3}, 1);
        return new CouponSensitivity(at[0], at[1]);
    }

    private static double logLikelihood(double a, double b, Map<Long, Map<Long, Long>> counted) {
        double norm = Beta.logBeta(a, b);
        double sum = 0;
        for (Map.Entry<Long, Map<Long, Long>> size : counted.entrySet()) {
            for (Map.Entry<Long, Long> used : size.getValue().entrySet()) {
                long without = size.getKey() - used.getKey();
                sum += used.getValue() * (Beta.logBeta(a + used.getKey(), b + without) - norm);
            }
        }
        return sum;
    }

    /** The population's share of purchases with a coupon. */
    public double share() {
        return a / (a + b);
    }

    /**
     * A person's inclination: mean of the posterior, with an interval between its quantiles.
     *
     * @param level such as 0.9
     */
    public Estimate of(CouponUse use, double level) {
        Estimate.checkLevel(level);
        double with = a + use.withCoupon();
        double without = b + use.purchases() - use.withCoupon();
        BetaDistribution posterior = new BetaDistribution(with, without);
        double rest = (1 - level) / 2;
        return new Estimate(
                with / (with + without),
                posterior.inverseCumulativeProbability(rest),
                posterior.inverseCumulativeProbability(1 - rest),
                level);
    }
}
