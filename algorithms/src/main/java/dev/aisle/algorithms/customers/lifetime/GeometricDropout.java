package dev.aisle.algorithms.customers.lifetime;

import org.hipparchus.special.Beta;

/**
 * Poisson purchases of someone who is still there and leaves behind each with a probability p: with rate λ, {@code (1 − e^(−λpt)) / p}
 * are expected in t. Here its mean over λ ~ Gamma(A, α+T) and p ~ Beta(a, b).
 */
final class GeometricDropout {
    private static final double SERIES_UNTIL = 0.9;
    private static final double SMALL = 5;
    private static final double PRECISION = 1e-17;
    /** Logarithm of a density that adds nothing, whatever it is multiplied by. */
    private static final double NOTHING = -80;

    private static final double PLAIN_FROM = 0.01;

    private GeometricDropout() {}

    /**
     * The mean.
     *
     * @param shape A
     * @param grown t / (α+T)
     */
    static double expected(double shape, double grown, double a, double b) {
        if (grown == 0) {
            return 0;
        }
        double z = grown / (1 + grown);
        boolean series = z <= SERIES_UNTIL && Math.abs(a + b - 1 - shape) <= SMALL;
        return series ? series(shape, grown, a, b) : integral(shape, grown, a, b);
    }

    /**
     * With {@code z = t/(α+T+t)}, {@code C = a+b−1}: the paper's {@code C/(a−1)·[1 − (1−z)^A ₂F₁(A, b; C; z)]} behind Euler's
     * transformation, {@code (1−z)^A ₂F₁(A, b; C; z) = (1−z)^(a−1) ₂F₁(C−A, a−1; C; z)}, and divided by a − 1 term by term. C − A doesn't
     * grow with the purchases.
     */
    static double series(double shape, double grown, double a, double b) {
        double z = grown / (1 + grown);
        double logRest = -Math.log1p(grown);
        double c = a + b - 1;
        double exponent = (a - 1) * logRest;
        double first = Math.abs(exponent) < 1e-12 ? -logRest : -Math.expm1(exponent) / (a - 1);
        // C·(a)_(n−1) (C−A)_n / ((C)_n n!) zⁿ
        double term = (c - shape) * z;
        double sum = term;
        for (int n = 1; n < 10_000 && Math.abs(term) > PRECISION * Math.abs(sum); n++) {
            term *= (a + n - 1) / (c + n) * ((c - shape + n) / (n + 1)) * z;
            sum += term;
        }
        return c * first - Math.exp(exponent) * sum;
    }

    /** {@code ∫ Beta(p; a, b)·(1 − (1 + p·grown)^−A)/p dp}, double exponential in the logit of p. */
    static double integral(double shape, double grown, double a, double b) {
        double norm = Beta.logBeta(a, b);
        return Quadrature.trapezoid(
                halving -> {
                    LogitNodes nodes = LogitNodes.of(halving);
                    return n -> {
                        double density = a * nodes.logP(n) + b * nodes.logQ(n) - norm;
                        return density < NOTHING
                                ? 0
                                : Math.exp(density) * nodes.slope(n) * purchases(shape, grown, nodes.p(n));
                    };
                },
                LogitNodes.HIGHEST - LogitNodes.LOWEST);
    }

    /** {@code (1 − (1 + p·grown)^−A)/p}; where the plain functions are exact enough they are taken, since the processor has them. */
    private static double purchases(double shape, double grown, double p) {
        double q = p * grown;
        if (q < 1e-300) {
            return shape * grown;
        }
        double exponent = -shape * (q < PLAIN_FROM ? Math.log1p(q) : Math.log(1 + q));
        return (exponent > -PLAIN_FROM ? -Math.expm1(exponent) : 1 - Math.exp(exponent)) / p;
    }
}
