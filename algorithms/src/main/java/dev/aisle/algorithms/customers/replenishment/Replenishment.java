package dev.aisle.algorithms.customers.replenishment;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.customers.likelihood.MaximumLikelihood;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/**
 * How regularly, and at which rates, a product's or category's buyers come again.
 *
 * @param k regularity: shape of one customer's gaps
 * @param r shape of the customers' rates
 * @param alpha their rate parameter, in days
 * @see <a href="https://doi.org/10.1016/j.ejor.2016.05.043">Platzer, Reutterer 2016, on regular timing</a>
 */
public record Replenishment(double k, double r, double alpha) {
    private static final double BETA_PRECISION = 1e-10;
    private static final double FEWEST = 20;

    /** @throws IllegalArgumentException when a parameter isn't positive and finite */
    public Replenishment {
        if (!(k > 0 && r > 0 && alpha > 0)
                || !Double.isFinite(k)
                || !Double.isFinite(r)
                || !Double.isFinite(alpha)) {
            throw new IllegalArgumentException("k, r, alpha: expected finite numbers > 0");
        }
    }

    /**
     * Fits by maximum likelihood: with n gaps of sum S and logarithms' sum L, {@code (k−1)L − n log Γ(k) + log Γ(r+kn) − log Γ(r) + r log α −
     * (r+kn) log(α+S)} over the customers.
     *
     * @throws IllegalArgumentException with fewer than twenty customers who came again
     */
    public static Replenishment fit(GapSample sample) {
        if (sample.size() < FEWEST) {
            throw new IllegalArgumentException("gaps: expected twenty customers who came again, were " + sample.size());
        }
        double mean = sample.customers.stream().mapToDouble(GapHistory::total).sum() / sample.gaps;
        double[] at = MaximumLikelihood.of(
                p -> logLikelihood(new Replenishment(p[0], p[1], p[2]), sample), new double[] {2, 2, mean}, 1);
        return new Replenishment(at[0], at[1], at[2]);
    }

    private static double logLikelihood(Replenishment model, GapSample sample) {
        double sum = (model.k - 1) * sample.logSum - sample.gaps * Gamma.logGamma(model.k);
        double each = model.r * Math.log(model.alpha) - Gamma.logGamma(model.r);
        for (GapHistory customer : sample.customers) {
            double shape = model.r + model.k * customer.gaps();
            sum += each + Gamma.logGamma(shape) - shape * Math.log(model.alpha + customer.total());
        }
        return sum;
    }

    /**
     * Days from the last purchase to the next: the median, with an interval.
     *
     * @param level such as 0.8
     */
    public Estimate nextGap(GapHistory history, double level) {
        return nextGap(history, 0, level);
    }

    /**
     * The same, given that so many days have passed without a purchase. If U is the posterior probability of a gap no longer than this
     * one, the quantiles are those at U + (1−U)·p.
     *
     * @param silence days since the last purchase, ≥ 0
     * @return days since the last purchase, all ≥ silence
     */
    public Estimate nextGap(GapHistory history, double silence, double level) {
        Estimate.checkLevel(level);
        double passed = overdue(history, silence);
        double rest = (1 - level) / 2;
        return new Estimate(
                Math.max(silence, quantile(history, passed + (1 - passed) / 2)),
                Math.max(silence, quantile(history, passed + (1 - passed) * rest)),
                Math.max(silence, quantile(history, passed + (1 - passed) * (1 - rest))),
                level);
    }

    /**
     * The probability that this person's next purchase comes within so many days of the last one. Near 1 the person is overdue.
     *
     * @param days ≥ 0
     */
    public double overdue(GapHistory history, double days) {
        if (!(days >= 0) || !Double.isFinite(days)) {
            throw new IllegalArgumentException("days: expected a finite number ≥ 0, was " + days);
        }
        double scale = alpha + history.total();
        return Beta.regularizedBeta(days / (scale + days), k, r + k * history.gaps());
    }

    /** A gap is (α+S)·B/(1−B) with B ~ Beta(k, r+kn). */
    private double quantile(GapHistory history, double probability) {
        double shape = r + k * history.gaps();
        double scale = alpha + history.total();
        // From the complement, whose digits are those that matter for a long gap.
        double rest = new BetaDistribution(shape, k, BETA_PRECISION).inverseCumulativeProbability(1 - probability);
        return Math.min(scale * (1 - rest) / rest, Double.MAX_VALUE);
    }
}
