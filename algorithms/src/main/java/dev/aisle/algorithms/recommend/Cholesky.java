package dev.aisle.algorithms.recommend;

/**
 * Solves small positive definite systems in place.
 *
 * <p>A matrix is an array of rows, and every inner loop adds a multiple of one row to another from the same column on. That is what the
 * compiler spreads over vector lanes: a sum of products it must not reorder, and rows within one array it can't tell apart.
 */
final class Cholesky {
    private Cholesky() {}

    /**
     * Factors {@code A = Rᵀ R} in place (outer product form).
     *
     * @param a rows of an {@code n × n} matrix; the upper half is read and becomes R, the lower half isn't touched
     * @return whether A is positive definite
     * @see <a href="https://jhupbooks.press.jhu.edu/title/matrix-computations">Golub, Van Loan, Matrix Computations, 4.2.5</a>
     */
    static boolean factor(double[][] a) {
        for (int k = 0; k < a.length; k++) {
            double[] pivotRow = a[k];
            double pivot = Math.sqrt(pivotRow[k]);
            if (!(pivot > 0) || Double.isInfinite(pivot)) {
                return false;
            }
            double inverse = 1 / pivot;
            for (int j = k; j < pivotRow.length; j++) {
                pivotRow[j] *= inverse;
            }
            for (int i = k + 1; i < a.length; i++) {
                addMultiple(a[i], -pivotRow[i], pivotRow, i);
            }
        }
        return true;
    }

    /** {@code row[j] += factor · other[j]} for all {@code j ≥ start}. */
    static void addMultiple(double[] row, double factor, double[] other, int start) {
        for (int j = start; j < row.length; j++) {
            row[j] += factor * other[j];
        }
    }

    /**
     * Solves {@code Rᵀ R x = b} in place.
     *
     * @param r what {@link #factor} made
     * @param b right-hand side, length n; becomes x
     */
    static void solve(double[][] r, double[] b) {
        for (int k = 0; k < r.length; k++) {
            b[k] /= r[k][k];
            addMultiple(b, -b[k], r[k], k + 1);
        }
        for (int k = r.length - 1; k >= 0; k--) {
            b[k] = (b[k] - product(r[k], b, k + 1)) / r[k][k];
        }
    }

    /** {@code Σ row[j] · other[j]} over {@code j ≥ start}, in four sums, since each addition waits for the one before. */
    private static double product(double[] row, double[] other, int start) {
        double one = 0;
        double two = 0;
        double three = 0;
        double four = 0;
        int j = start;
        for (; j + 3 < row.length; j += 4) {
            one += row[j] * other[j];
            two += row[j + 1] * other[j + 1];
            three += row[j + 2] * other[j + 2];
            four += row[j + 3] * other[j + 3];
        }
        for (; j < row.length; j++) {
            one += row[j] * other[j];
        }
        return one + two + (three + four);
    }
}
