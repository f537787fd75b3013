package dev.aisle.algorithms.recommend;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.kernels.Kernels;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The axes in which a gram matrix is diagonal. The objective doesn't change when the factors of both sides are turned alike, and in these axes
 * what all pairs have in common costs a row {@code rank} instead of {@code rank²}: {@code α G + λ I} is a diagonal.
 */
final class Turn {
    private static final int BLOCK = 64;

    private final FloatRows axes;
    private final double[] spectrum;

    private Turn(FloatRows axes, double[] spectrum) {
        this.axes = axes;
        this.spectrum = spectrum;
    }

    /** @param gram symmetric and positive semidefinite; the upper half is read */
    static Turn of(double[][] gram) {
        int rank = gram.length;
        double largest = largest(gram);
        DMatrixRMaj symmetric = new DMatrixRMaj(rank, rank);
        for (int i = 0; i < rank; i++) {
            for (int j = i; j < rank; j++) {
                double scaled = gram[i][j] / largest;
                symmetric.set(i, j, scaled);
                symmetric.set(j, i, scaled);
            }
            // The axes stay; and what is nearly nothing, as of few people, lies beside 1 and ends the search instead of
            // keeping it busy.
            symmetric.add(i, i, 1);
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(rank, true, true);
        if (!eigen.decompose(symmetric)) {
            throw new ArithmeticException("ials: factors ran out of range; lower the weights or raise regularisation");
        }
        FloatRows axes = FloatRows.zeros(rank, rank);
        double[] spectrum = new double[rank];
        for (int axis = 0; axis < rank; axis++) {
            spectrum[axis] = Math.max(0, (eigen.getEigenvalue(axis).getReal() - 1) * largest);
            DMatrixRMaj direction = eigen.getEigenVector(axis);
            for (int f = 0; f < rank; f++) {
                axes.values()[f * axes.stride() + axis] = (float) direction.get(f);
            }
        }
        return new Turn(axes, spectrum);
    }

    private static double largest(double[][] gram) {
        double largest = Double.MIN_NORMAL;
        for (int f = 0; f < gram.length; f++) {
            largest = Math.max(largest, gram[f][f]);
        }
        return largest;
    }

    /** What the gram matrix is in its axes, length rank. */
    double[] spectrum() {
        return spectrum;
    }

    /** Turns factors in place. */
    void apply(FloatRows factors, int threads) {
        int rows = factors.rows();
        Parallel.run((rows + BLOCK - 1) / BLOCK, threads, () -> {
            FloatRows turned = FloatRows.zeros(BLOCK, factors.width());
            return block -> {
                int from = block * BLOCK;
                int to = Math.min(rows, from + BLOCK);
                Kernels.best().multiply(factors, from, to, axes, turned);
                int numbers = (to - from) * factors.stride();
                System.arraycopy(turned.values(), 0, factors.values(), from * factors.stride(), numbers);
            };
        });
    }
}
