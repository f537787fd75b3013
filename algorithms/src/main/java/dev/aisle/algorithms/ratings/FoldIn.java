package dev.aisle.algorithms.ratings;

import dev.aisle.algorithms.recommend.History;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The factor and the level of somebody who wasn't in the ratings, with the items' as they are:
 * {@code min Σ (r − μ − b_i − b − u · v_i)² + λ n (‖u‖² + b²)} over the n ratings of the history. One solution of rank + 1 equations.
 */
final class FoldIn {
    private final Factors factors;
    private final double regularisation;
    private final boolean biases;

    FoldIn(Factors factors, double regularisation, boolean biases) {
        this.factors = factors;
        this.regularisation = regularisation;
        this.biases = biases;
    }

    /** The factor, and after it the level; zeros for somebody who rated nothing. */
    double[] of(History history) {
        int rank = factors.rank();
        int size = rank + (biases ? 1 : 0);
        DMatrixRMaj left = new DMatrixRMaj(size, size);
        DMatrixRMaj right = new DMatrixRMaj(size, 1);
        int known = 0;
        for (int place = 0; place < history.size(); place++) {
            if (history.item(place) < factors.itemCount()) {
                add(history.item(place), history.weight(place), left, right);
                known++;
            }
        }
        for (int f = 0; f < size; f++) {
            left.add(f, f, regularisation * known);
        }
        double[] person = new double[rank + 1];
        if (known > 0) {
            System.arraycopy(solved(left, right).data, 0, person, 0, size);
        }
        return person;
    }

    private void add(int item, double rating, DMatrixRMaj left, DMatrixRMaj right) {
        double error = rating - factors.mean() - factors.itemBiases()[item];
        double[] v = factors.items()[item];
        for (int f = 0; f < right.numRows; f++) {
            double a = f < v.length ? v[f] : 1;
            right.add(f, 0, a * error);
            for (int g = 0; g < right.numRows; g++) {
                left.add(f, g, a * (g < v.length ? v[g] : 1));
            }
        }
    }

    /** Without regularisation a few ratings leave the equations open; then the shortest solution is taken. */
    private DMatrixRMaj solved(DMatrixRMaj left, DMatrixRMaj right) {
        LinearSolverDense<DMatrixRMaj> solver = regularisation > 0
                ? LinearSolverFactory_DDRM.chol(left.numRows)
                : LinearSolverFactory_DDRM.pseudoInverse(true);
        DMatrixRMaj solution = new DMatrixRMaj(right.numRows, 1);
        if (!solver.setA(left)) {
            throw new ArithmeticException("mf: the equations of a fold-in have no solution; raise the regularisation");
        }
        solver.solve(right, solution);
        return solution;
    }
}
