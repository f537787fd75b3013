package dev.aisle.algorithms.recommend;

import java.util.Arrays;

/**
 * The normal equations of one row in double precision, for fold-in and where float32 isn't enough: {@code (Σ w h hᵀ + α G + λ I) x = Σ w h}, where h are the other side's factors of the row's interactions
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

    /** Adds an interaction with the factor that begins at a place of the other side's factors. */
    void add(float[] factors, int at, double weight) {
        read(factors, at, factor);
        for (int f = 0; f < rank; f++) {
            Cholesky.addMultiple(matrix[f], weight * factor[f], factor, f);
        }
        Cholesky.addMultiple(right, weight, factor, 0);
    }

    /** Asks for another right-hand side: an item's own factor, whose solution explains that item's score. */
    void rightIs(float[] factors, int at) {
        read(factors, at, right);
    }

    /**
     * Solves the equations and ends the row.
     *
     * @param row named when there is no solution
     * @param into receives the solution from the place {@code at} on
     */
    void solve(int row, float[] into, int at) {
        if (!Cholesky.factor(matrix)) {
            throw new ArithmeticException("ials: the equations of row " + row
                    + " have no unique solution; raise regularisation or lower the weights");
        }
        Cholesky.solve(matrix, right);
        for (int f = 0; f < rank; f++) {
            into[at + f] = (float) right[f];
        }
    }

    /** Solves for another right-hand side after {@link #solve}, with the matrix that was factored there: rank² multiplications. */
    void solveAgain(float[] factors, int at, float[] into) {
        rightIs(factors, at);
        Cholesky.solve(matrix, right);
        for (int f = 0; f < rank; f++) {
            into[f] = (float) right[f];
        }
    }

    private static void read(float[] factors, int at, double[] into) {
        for (int f = 0; f < into.length; f++) {
            into[f] = factors[at + f];
        }
    }
}
