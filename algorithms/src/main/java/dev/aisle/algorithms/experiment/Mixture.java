package dev.aisle.algorithms.experiment;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/**
 * Evidence against "no effect" that may be looked at at any time: a mixture of supermartingales in a sum S of centred observations and its intrinsic time V.
 * It passes 1/α with probability α at most, whenever one stops.
 *
 * @see <a href="https://arxiv.org/abs/1810.08240">Howard, Ramdas, McAuliffe, Sekhon: Time-uniform, nonparametric, nonasymptotic confidence sequences</a>,
 *     propositions 4 to 8
 */
@FunctionalInterface
public interface Mixture {
    /**
     * The log of the evidence.
     *
     * @param s sum so far
     * @param v intrinsic time so far, such as n times the variance, ≥ 0
     */
    double log(double s, double v);

    /** ρ at which a two-sided normal mixture is tightest at an intrinsic time. */
    static double bestRho(double v, double alpha) {
        double twice = 2 * Math.log(1 / alpha);
        return v / (twice + Math.log1p(twice));
    }

    /** For both sides of sub-Gaussian sums. */
    static Mixture twoSidedNormal(double rho) {
        return (s, v) -> Math.log(rho / (v + rho)) / 2 + s * s / (2 * (v + rho));
    }

    /** For large sums of sub-Gaussian observations. */
    static Mixture oneSidedNormal(double rho) {
        NormalDistribution normal = new NormalDistribution();
        return (s, v) -> Math.log(4 * rho / (v + rho)) / 2
                + s * s / (2 * (v + rho))
                + Math.log(normal.cumulativeProbability(s / Math.sqrt(v + rho)));
    }

    /**
     * For large sums of sub-exponential observations.
     *
     * @param c scale of the exponential tail, above 0
     */
    static Mixture gammaExponential(double rho, double c) {
        double shape = rho / (c * c);
        double start =
                shape * Math.log(shape) - Gamma.logGamma(shape) - Math.log(Gamma.regularizedGammaP(shape, shape));
        return (s, v) -> {
            double time = (v + rho) / (c * c);
            double reached = (c * s + v) / (c * c);
            return start
                    + Gamma.logGamma(time)
                    + Math.log(Gamma.regularizedGammaP(time, reached + shape))
                    - time * Math.log(reached + shape)
                    + reached;
        };
    }

    /**
     * For large sums of sub-Poisson observations, such as bounded ones.
     *
     * @param c size of a jump, above 0
     */
    static Mixture gammaPoisson(double rho, double c) {
        double shape = rho / (c * c);
        double start =
                shape * Math.log(shape) - Gamma.logGamma(shape) - Math.log(Gamma.regularizedGammaQ(shape, shape));
        return (s, v) -> {
            double time = (v + rho) / (c * c);
            double reached = s / c + time;
            return start
                    + Gamma.logGamma(reached)
                    + Math.log(Gamma.regularizedGammaQ(reached, time))
                    - reached * Math.log(time)
                    + v / (c * c);
        };
    }

    /**
     * For observations in [−g, h].
     *
     * @param rho of the normal mixture that it resembles
     */
    static Mixture betaBinomial(double rho, double g, double h, boolean oneSided) {
        double r = Math.max(rho - g * h, 1e-3 * g * h);
        double edge = oneSided ? h / (g + h) : 1;
        double start = logIncompleteBeta(r / (g * (g + h)), r / (h * (g + h)), edge);
        return (s, v) -> v / (g * h) * Math.log(g + h)
                - (v + h * s) / (h * (g + h)) * Math.log(g)
                - (v - g * s) / (g * (g + h)) * Math.log(h)
                + logIncompleteBeta((r + v - g * s) / (g * (g + h)), (r + v + h * s) / (h * (g + h)), edge)
                - start;
    }

    private static double logIncompleteBeta(double a, double b, double x) {
        return (x == 1 ? 0 : Math.log(Beta.regularizedBeta(x, a, b))) + Beta.logBeta(a, b);
    }

    /**
     * The sum that the evidence passes 1/α at.
     *
     * @param most sums can't be greater; ∞ where nothing bounds them
     */
    default double bound(double v, double alpha, double most) {
        double threshold = Math.log(1 / alpha);
        double high = Double.isInfinite(most) ? Math.max(1, v) : most;
        while (Double.isInfinite(most) && log(high, v) <= threshold) {
            high *= 2;
        }
        if (log(high, v) < threshold) {
            return high;
        }
        double low = 0;
        for (int step = 0; step < 100; step++) {
            double middle = (low + high) / 2;
            if (log(middle, v) < threshold) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
