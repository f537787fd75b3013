package dev.aisle.algorithms.recommend;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The normal equations of one row: {@code (Σ w h hᵀ + α G + λ I) x = Σ w h}, where h are the other side's factors of the row's interactions
 * and G is the gram matrix of all of them. Scratch space of one thread.
 */
final class AlsRow {
    private final int rank;
    private final DMatrixRMaj matrix;
    private final DMatrixRMaj right;
    private final DMatrixRMaj solution;
    private final double[] factor;
    private final LinearSolverDense<DMatrixRMaj> solver;

    AlsRow(int rank) {
        this.rank = rank;
        this.matrix = new DMatrixRMaj(rank, rank);
        this.right = new DMatrixRMaj(rank, 1);
        this.solution = new DMatrixRMaj(rank, 1);
        this.factor = new double[rank];
        this.solver = LinearSolverFactory_DDRM.symmPosDef(rank);
    }

    /**
     * Starts a row.
     *
     * @param gram α G, row-major {@code rank × rank}
     * @param ridge λ of this row
     */
    void start(double[] gram, double ridge) {
        System.arraycopy(gram, 0, matrix.data, 0, gram.length);
        for (int f = 0; f < rank; f++) {
            matrix.data[f * rank + f] += ridge;
        }
        Arrays.fill(right.data, 0, rank, 0);
    }

    /** Adds an interaction with the row {@code index} of the other side's factors. Only the upper half of the matrix is kept up. */
    void add(float[] factors, int index, double weight) {
        int at = index * rank;
        for (int f = 0; f < rank; f++) {
            factor[f] = factors[at + f];
        }
        double[] a = matrix.data;
        for (int f = 0; f < rank; f++) {
            double scaled = weight * factor[f];
            right.data[f] += scaled;
            int row = f * rank;
            for (int g = f; g < rank; g++) {
                a[row + g] += scaled * factor[g];
            }
        }
    }

    /** Asks for another right-hand side: an item's own factor, whose solution explains that item's score. */
    void rightIs(float[] factors, int index) {
        for (int f = 0; f < rank; f++) {
            right.data[f] = factors[index * rank + f];
        }
    }

    /**
     * Solves the equations and ends the row.
     *
     * @param into the factors that receive the solution, at row {@code index}
     */
    void solve(float[] into, int index) {
        for (int f = 1; f < rank; f++) {
            for (int g = 0; g < f; g++) {
                matrix.data[f * rank + g] = matrix.data[g * rank + f];
            }
        }
        if (!solver.setA(matrix)) {
            throw new ArithmeticException("ials: the equations of row " + index
                    + " have no unique solution; raise regularisation or lower the weights");
        }
        solver.solve(right, solution);
        for (int f = 0; f < rank; f++) {
            into[index * rank + f] = (float) solution.data[f];
        }
    }
}
