package dev.aisle.algorithms.recommend;

import java.util.Arrays;

/**
 * The normal equations of one row: {@code (Σ w h hᵀ + α G + λ I) x = Σ w h}, where h are the other side's factors of the row's interactions
 * and G is the gram matrix of all of them. Scratch space of one thread; only the upper half of the matrix is kept.
 */
final class AlsRow {
    private final int rank;
    private final double[][] matrix;
    private final double[] right;
    private final double[] factor;

    AlsRow(int rank) {
        this.rank = rank;
        this.matrix = new double[rank][rank];
        this.right = new double[rank];
        this.factor = new double[rank];
    }

    /**
     * Starts a row.
     *
     * @param gram α G, {@code rank × rank}
     * @param ridge λ of this row
     */
    void start(double[][] gram, double ridge) {
        for (int f = 0; f < rank; f++) {
            System.arraycopy(gram[f], f, matrix[f], f, rank - f);
            matrix[f][f] += ridge;
        }
        Arrays.fill(right, 0);
    }

    /** Adds an interaction with the row {@code index} of the other side's factors. */
    void add(float[] factors, int index, double weight) {
        read(factors, index, factor);
        for (int f = 0; f < rank; f++) {
            Cholesky.addMultiple(matrix[f], weight * factor[f], factor, f);
        }
        Cholesky.addMultiple(right, weight, factor, 0);
    }

    /** Asks for another right-hand side: an item's own factor, whose solution explains that item's score. */
    void rightIs(float[] factors, int index) {
        read(factors, index, right);
    }

    /**
     * Solves the equations and ends the row.
     *
     * @param into the factors that receive the solution, at row {@code index}
     */
    void solve(float[] into, int index) {
        if (!Cholesky.factor(matrix)) {
            throw new ArithmeticException("ials: the equations of row " + index
                    + " have no unique solution; raise regularisation or lower the weights");
        }
        Cholesky.solve(matrix, right);
        for (int f = 0; f < rank; f++) {
            into[index * rank + f] = (float) right[f];
        }
    }

    static void read(float[] factors, int index, double[] into) {
        int at = index * into.length;
        for (int f = 0; f < into.length; f++) {
            into[f] = factors[at + f];
        }
    }
}
