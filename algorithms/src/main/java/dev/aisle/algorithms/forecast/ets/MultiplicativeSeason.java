package dev.aisle.algorithms.forecast.ets;

import static org.ejml.dense.row.CommonOps_DDRM.add;
import static org.ejml.dense.row.CommonOps_DDRM.kron;
import static org.ejml.dense.row.CommonOps_DDRM.mult;
import static org.ejml.dense.row.CommonOps_DDRM.multTransB;

import org.ejml.data.DMatrixRMaj;

/**
 * Exact mean and variance of a model whose error and season multiply and whose trend is none or additive. {@code M} is the mean of
 * the product of level state and season state, {@code V} the variance of it as a vector.
 *
 * @see <a href="https://doi.org/10.1007/978-3-540-71918-2">Hyndman, Koehler, Ord, Snyder 2008, section 6.4.3 and appendix</a>
 */
final class MultiplicativeSeason {
    private final double sigma2;
    private final DMatrixRMaj f1;
    private final DMatrixRMaj g1;
    private final DMatrixRMaj f2;
    private final DMatrixRMaj g2;
    private final DMatrixRMaj f21;
    private final DMatrixRMaj g21;
    private final DMatrixRMaj k;
    private final DMatrixRMaj read;

    private MultiplicativeSeason(EtsFit fit) {
        EtsParameters p = fit.parameters();
        int m = fit.period();
        double phi = p.phi();
        boolean trend = fit.model().hasTrend();
        sigma2 = fit.sigma2();
        f1 = trend ? matrix(new double[][] {{1, phi}, {0, phi}}) : matrix(new double[][] {{1}});
        g1 = trend
                ? matrix(new double[][] {{p.alpha(), p.alpha() * phi}, {p.beta(), p.beta() * phi}})
                : matrix(new double[][] {{p.alpha()}});
        f2 = new DMatrixRMaj(m, m);
        g2 = new DMatrixRMaj(m, m);
        // The season of the next value stands last; each step moves all one place on and the used one to the front.
        f2.set(0, m - 1, 1);
        g2.set(0, m - 1, p.gamma());
        for (int s = 1; s < m; s++) {
            f2.set(s, s - 1, 1);
        }
        f21 = kron(f2, f1, null);
        g21 = kron(g2, g1, null);
        k = new DMatrixRMaj(f21.numRows, f21.numCols);
        add(kron(g2, f1, null), kron(f2, g1, null), k);
        DMatrixRMaj last = new DMatrixRMaj(1, m);
        last.set(0, m - 1, 1);
        read = kron(last, trend ? matrix(new double[][] {{1, phi}}) : matrix(new double[][] {{1}}), null);
    }

    private static DMatrixRMaj matrix(double[][] rows) {
        return new DMatrixRMaj(rows);
    }

    /** Mean and variance of the next {@code h} steps. */
    static EtsForecast.Moments moments(EtsFit fit, int h) {
        return new MultiplicativeSeason(fit).run(fit.last(), h);
    }

    private EtsForecast.Moments run(EtsFit.Last last, int h) {
        double[] mean = new double[h];
        double[] variance = new double[h];
        int m = last.season().length;
        int size = f1.numRows;
        DMatrixRMaj vec = new DMatrixRMaj(size * m, 1);
        for (int s = 0; s < m; s++) {
            vec.set(s * size, 0, last.level() * last.season()[m - 1 - s]);
            if (size > 1) {
                vec.set(s * size + 1, 0, last.growth() * last.season()[m - 1 - s]);
            }
        }
        DMatrixRMaj v = new DMatrixRMaj(size * m, size * m);
        for (int step = 0; step < h; step++) {
            mean[step] = product(read, vec).get(0, 0);
            variance[step] = (1 + sigma2) * sandwich(read, v, read).get(0, 0) + sigma2 * mean[step] * mean[step];
            v = nextVariance(v, vec);
            vec = nextMean(vec);
        }
        return new EtsForecast.Moments(mean, variance);
    }

    /** {@code E[x⊗s] ← (F₂⊗F₁ + σ² G₂⊗G₁) E[x⊗s]}. */
    private DMatrixRMaj nextMean(DMatrixRMaj vec) {
        DMatrixRMaj next = product(f21, vec);
        add(next, sigma2, product(g21, vec), next);
        return next;
    }

    private DMatrixRMaj nextVariance(DMatrixRMaj v, DMatrixRMaj vec) {
        DMatrixRMaj square = new DMatrixRMaj(v.numRows, v.numCols);
        multTransB(vec, vec, square);
        DMatrixRMaj mixed = new DMatrixRMaj(v.numRows, v.numCols);
        add(v, square, mixed);
        DMatrixRMaj fourth = new DMatrixRMaj(v.numRows, v.numCols);
        add(3, v, 2, square, fourth);
        DMatrixRMaj inner = sandwich(f21, v, g21);
        add(inner, sandwich(g21, v, f21), inner);
        add(inner, sandwich(k, mixed, k), inner);
        add(inner, sigma2, sandwich(g21, fourth, g21), inner);
        DMatrixRMaj next = sandwich(f21, v, f21);
        add(next, sigma2, inner, next);
        return next;
    }

    private static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj c = new DMatrixRMaj(a.numRows, b.numCols);
        mult(a, b, c);
        return c;
    }

    /** {@code A V Bᵀ}. */
    private static DMatrixRMaj sandwich(DMatrixRMaj a, DMatrixRMaj v, DMatrixRMaj b) {
        DMatrixRMaj c = new DMatrixRMaj(a.numRows, b.numRows);
        multTransB(product(a, v), b, c);
        return c;
    }
}
