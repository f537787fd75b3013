package dev.aisle.algorithms.recommend;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Inverts a positive definite matrix in place: Gauss-Jordan elimination by blocks, {@code 2 n³} operations nearly all of which add
 * {@code BLOCK} rows to another row within a tile that stays in the cache.
 *
 * @see <a href="https://jhupbooks.press.jhu.edu/title/matrix-computations">Golub, Van Loan, Matrix Computations, 4.2</a>
 */
final class BlockInverse {
    private static final int BLOCK = 64;
    private static final int TILE = 512;
    private static final int ROWS = 32;

    private final double[][] a;
    private final int n;
    private final int threads;
    private final Progress progress;

    private BlockInverse(double[][] a, int threads, Progress progress) {
        this.a = a;
        this.n = a.length;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Inverts.
     *
     * @param a rows of a symmetric {@code n × n} matrix, both halves; becomes its inverse
     * @return whether it is positive definite; else the content is undefined
     */
    static boolean invert(double[][] a, int threads, Progress progress) {
        return new BlockInverse(a, threads, progress).invert();
    }

    private boolean invert() {
        int blocks = (n + BLOCK - 1) / BLOCK;
        for (int block = 0; block < blocks; block++) {
            int from = block * BLOCK;
            int to = Math.min(n, from + BLOCK);
            double[][] inverse = invertedDiagonal(from, to);
            if (inverse.length == 0) {
                return false;
            }
            eliminate(from, to, inverse);
            progress.step(block + 1, blocks);
        }
        return true;
    }

    /** The inverse of a block on the diagonal; empty when that isn't positive definite. */
    private double[][] invertedDiagonal(int from, int to) {
        int size = to - from;
        double[][] factor = new double[size][];
        for (int i = 0; i < size; i++) {
            factor[i] = Arrays.copyOfRange(a[from + i], from, to);
        }
        if (!Cholesky.factor(factor)) {
            return new double[0][];
        }
        double[][] inverse = new double[size][size];
        for (int i = 0; i < size; i++) {
            inverse[i][i] = 1;
            Cholesky.solve(factor, inverse[i]);
        }
        return inverse;
    }

    private void eliminate(int from, int to, double[][] inverse) {
        int size = to - from;
        double[][] pivots = new double[size][n];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                Cholesky.addMultiple(pivots[i], inverse[i][k], a[from + k], 0);
            }
            Arrays.fill(pivots[i], from, to, 0);
        }
        Parallel.run((n + ROWS - 1) / ROWS, threads, () -> rows(from, to, inverse, pivots));
        for (int i = 0; i < size; i++) {
            System.arraycopy(inverse[i], 0, pivots[i], from, size);
            System.arraycopy(pivots[i], 0, a[from + i], 0, n);
        }
    }

    private IntConsumer rows(int from, int to, double[][] inverse, double[][] pivots) {
        double[][] factors = new double[ROWS][];
        return block -> {
            int first = block * ROWS;
            int last = Math.min(n, first + ROWS);
            for (int i = first; i < last; i++) {
                factors[i - first] = Arrays.copyOfRange(a[i], from, to);
            }
            for (int tile = 0; tile < n; tile += TILE) {
                for (int i = first; i < last; i++) {
                    if (i < from || i >= to) {
                        subtract(a[i], factors[i - first], pivots, tile, Math.min(n, tile + TILE));
                    }
                }
            }
            for (int i = first; i < last; i++) {
                if (i < from || i >= to) {
                    Arrays.fill(a[i], from, to, 0);
                    for (int k = 0; k < to - from; k++) {
                        double factor = factors[i - first][k];
                        for (int j = from; j < to; j++) {
                            a[i][j] -= factor * inverse[k][j - from];
                        }
                    }
                }
            }
        };
    }

    /** {@code row[j] −= Σ_k factors[k] · pivots[k][j]}, four rows at a time. */
    private static void subtract(double[] row, double[] factors, double[][] pivots, int from, int to) {
        int k = 0;
        for (; k + 3 < factors.length; k += 4) {
            double f0 = factors[k];
            double f1 = factors[k + 1];
            double f2 = factors[k + 2];
            double f3 = factors[k + 3];
            double[] p0 = pivots[k];
            double[] p1 = pivots[k + 1];
            double[] p2 = pivots[k + 2];
            double[] p3 = pivots[k + 3];
            for (int j = from; j < to; j++) {
                row[j] -= f0 * p0[j] + f1 * p1[j] + f2 * p2[j] + f3 * p3[j];
            }
        }
        for (; k < factors.length; k++) {
            double f0 = factors[k];
            double[] p0 = pivots[k];
            for (int j = from; j < to; j++) {
                row[j] -= f0 * p0[j];
            }
        }
    }
}
