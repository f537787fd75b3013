package dev.aisle.algorithms.customers.replenishment;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.customers.likelihood.MaximumLikelihood;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
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
    private static final double PRECISION = 1e-10;
    private static final double LEAST = -350;
    private static final double FAR = 250;
    private static final int ORDER = 5;
    private static final int MOST_EVALUATIONS = 500;
    private static final double FEWEST = 20;

    /** @throws IllegalArgumentException when a parameter isn't positive and finite */
    public Replenishment {
        if (!(k > 0 && r > 0 && alpha > 0) || !Double.isFinite(k) || !Double.isFinite(r) || !Double.isFinite(alpha)) {
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
     * The same, given that so many days have passed without a purchase: the quantiles of what is left of the distribution.
     *
     * @param silence days since the last purchase, ≥ 0
     * @return days since the last purchase, all ≥ silence
     */
    public Estimate nextGap(GapHistory history, double silence, double level) {
        Estimate.checkLevel(level);
        checkDays(silence);
        double left = later(history, silence);
        double rest = (1 - level) / 2;
        return new Estimate(
                Math.max(silence, gap(history, left / 2)),
                Math.max(silence, gap(history, left * (1 - rest))),
                Math.max(silence, gap(history, left * rest)),
                level);
    }

    /**
     * The probability that this person's next purchase comes within so many days of the last one. Near 1 the person is overdue. A gap is
     * (α+S)·B/(1−B) with B ~ Beta(k, r+kn).
     *
     * @param days ≥ 0
     */
    public double overdue(GapHistory history, double days) {
        checkDays(days);
        double scale = alpha + history.total();
        return Beta.regularizedBeta(days / (scale + days), k, r + k * history.gaps());
    }

    /** The complement of {@link #overdue}, with all its digits. */
    private double later(GapHistory history, double days) {
        double scale = alpha + history.total();
        return Beta.regularizedBeta(scale / (scale + days), r + k * history.gaps(), k);
    }

    /** The gap that is exceeded with a probability, sought among the logarithms of days. */
    private double gap(GapHistory history, double exceeded) {
        double middle = Math.log(alpha + history.total());
        double sought = Math.max(LEAST, Math.log(exceeded));
        UnivariateFunction off = day -> Math.max(2 * LEAST, Math.log(later(history, Math.exp(day)))) - sought;
        double low = middle - FAR;
        double high = Math.min(middle + FAR, -LEAST);
        if (off.value(low) <= 0 || off.value(high) >= 0) {
            return Math.exp(off.value(low) <= 0 ? low : high);
        }
        return Math.exp(new BracketingNthOrderBrentSolver(PRECISION, PRECISION, PRECISION, ORDER)
                .solve(MOST_EVALUATIONS, off, low, high));
    }

    private static void checkDays(double days) {
        if (!(days >= 0) || !Double.isFinite(days)) {
            throw new IllegalArgumentException("days: expected a finite number ≥ 0, was " + days);
        }
    }
}
