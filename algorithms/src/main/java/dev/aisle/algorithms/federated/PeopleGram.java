package dev.aisle.algorithms.federated;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** The gram matrix G of the people's factors, in the axes in which it is diagonal. */
final class PeopleGram {
    private final int rank;
    private final double[] spectrum;
    private final double[][] axes;

    private PeopleGram(double[] spectrum, double[][] axes) {
        this.rank = spectrum.length;
        this.spectrum = spectrum;
        this.axes = axes;
    }

    /** An item's place in the sum and in the factors. */
    @SuppressWarnings("ArrayRecordComponent") // of one step, inside this package
    record Item(double[] sum, float[] factors, int at) {}

    /**
     * How an item is weighed.
     *
     * @param kept share of its part of the sum
     * @param unobserved α
     * @param lambda λ_i
     * @param own multiple of G that stands for its own people
     */
    record Weights(double kept, double unobserved, double lambda, double own) {}

    /**
     * Reads the upper half of G out of a sum; eigenvalues below the noise are lifted to it.
     *
     * @param at its first place
     * @param deviation of the noise
     */
    static PeopleGram read(double[] sum, int at, int rank, double deviation) {
        DMatrixRMaj gram = new DMatrixRMaj(rank, rank);
        int place = at;
        for (int i = 0; i < rank; i++) {
            for (int j = i; j < rank; j++) {
                gram.set(i, j, sum[place]);
                gram.set(j, i, sum[place]);
                place++;
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(rank, true, true);
        if (!eigen.decompose(gram)) {
            throw new ArithmeticException("the people's gram matrix has no axes: it isn't finite");
        }
        double[] spectrum = new double[rank];
        double[][] axes = new double[rank][rank];
        for (int axis = 0; axis < rank; axis++) {
            spectrum[axis] = Math.max(eigen.getEigenvalue(axis).getReal(), Math.max(deviation, 1e-9));
            DMatrixRMaj direction = eigen.getEigenVector(axis);
            for (int f = 0; f < rank; f++) {
                axes[axis][f] = direction.get(f);
            }
        }
        return new PeopleGram(spectrum, axes);
    }

    /** {@code into = h + D⁻¹ (kept · s − α G h − λ h)}, with {@code D = α G + λ I + own · G}. */
    void step(Item item, Weights weights, float[] into) {
        double[] next = new double[rank];
        for (int axis = 0; axis < rank; axis++) {
            double h = along(axis, item.factors(), item.at());
            double s = weights.kept() * along(axis, item.sum(), item.at());
            double pull = weights.unobserved() * spectrum[axis] + weights.lambda();
            double moved = h + (s - pull * h) / (pull + weights.own() * spectrum[axis]);
            for (int f = 0; f < rank; f++) {
                next[f] += moved * axes[axis][f];
            }
        }
        for (int f = 0; f < rank; f++) {
            into[item.at() + f] = (float) next[f];
        }
    }

    private double along(int axis, double[] values, int at) {
        double sum = 0;
        for (int f = 0; f < rank; f++) {
            sum += axes[axis][f] * values[at + f];
        }
        return sum;
    }

    private double along(int axis, float[] values, int at) {
        double sum = 0;
        for (int f = 0; f < rank; f++) {
            sum += axes[axis][f] * values[at + f];
        }
        return sum;
    }
}
