package dev.aisle.algorithms.customers.lifetime;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The nodes of a double exponential sum over a probability p: {@code logit p = π·sinh u}. They are the same for everybody, so what is costly of
 * them is computed once; all of them take 131 kB.
 */
final class LogitNodes {
    static final double LOWEST = -10;
    static final double HIGHEST = 7;

    private static final AtomicReferenceArray<LogitNodes> HALVINGS =
            new AtomicReferenceArray<>(Quadrature.MOST_HALVINGS + 1);

    private final double[] p;
    private final double[] logP;
    private final double[] logQ;
    private final double[] slope;

    private LogitNodes(int halving) {
        int count = Quadrature.added(halving);
        p = new double[count];
        logP = new double[count];
        logQ = new double[count];
        slope = new double[count];
        for (int n = 0; n < count; n++) {
            double u = Quadrature.node(halving, n, LOWEST, HIGHEST);
            double logit = Math.PI * Math.sinh(u);
            logP[n] = logit < 0 ? logit - Math.log1p(Math.exp(logit)) : -Math.log1p(Math.exp(-logit));
            logQ[n] = logit < 0 ? -Math.log1p(Math.exp(logit)) : -logit - Math.log1p(Math.exp(-logit));
            p[n] = Math.exp(logP[n]);
            slope[n] = Math.PI * Math.cosh(u);
        }
    }

    /** Those that a halving of the step adds. */
    static LogitNodes of(int halving) {
        LogitNodes nodes = HALVINGS.get(halving);
        if (nodes == null) {
            nodes = new LogitNodes(halving);
            HALVINGS.set(halving, nodes);
        }
        return nodes;
    }

    double p(int number) {
        return p[number];
    }

    /** {@code log p}. */
    double logP(int number) {
        return logP[number];
    }

    /** {@code log(1 − p)}. */
    double logQ(int number) {
        return logQ[number];
    }

    /** {@code d logit p / du}. */
    double slope(int number) {
        return slope[number];
    }
}
