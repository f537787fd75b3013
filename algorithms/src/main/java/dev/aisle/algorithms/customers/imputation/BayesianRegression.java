package dev.aisle.algorithms.customers.imputation;

import dev.aisle.algorithms.customers.draws.Draws;
import java.util.random.RandomGenerator;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * A column by the others, on the rows where it was seen: {@code σ² ~ RSS/χ²}, {@code β ~ N(β̂, σ²(XᵀX)⁻¹)}. The other columns are standardised; a
 * small ridge lets columns be constant or say the same as another.
 *
 * @see <a href="https://doi.org/10.1201/9780429492259">van Buuren 2018, Flexible Imputation of Missing Data, algorithm 3.1</a>
 */
final class BayesianRegression {
    private static final double RIDGE = 1e-5;

    private final double[][] design;
    private final double[] estimate;
    private final CholeskyDecomposition decomposition;
    private final double residuals;
    private final double free;

    private BayesianRegression(double[][] design, double[] y, boolean[] seen) {
        this.design = design;
        int width = design[0].length;
        RealMatrix gram = MatrixUtils.createRealMatrix(width, width);
        double[] moments = new double[width];
        int rows = 0;
        for (int n = 0; n < y.length; n++) {
            if (seen[n]) {
                rows++;
                for (int i = 0; i < width; i++) {
                    moments[i] += design[n][i] * y[n];
                    for (int j = 0; j < width; j++) {
                        gram.addToEntry(i, j, design[n][i] * design[n][j]);
                    }
                }
            }
        }
        for (int i = 0; i < width; i++) {
            gram.addToEntry(i, i, RIDGE * (gram.getEntry(i, i) + 1));
        }
        decomposition = new CholeskyDecomposition(gram, RIDGE, 0);
        estimate = decomposition.getSolver().solve(new ArrayRealVector(moments)).toArray();
        double sum = 0;
        for (int n = 0; n < y.length; n++) {
            double residual = seen[n] ? y[n] - predict(n, estimate) : 0;
            sum += residual * residual;
        }
        residuals = sum;
        free = Math.max(1, rows - width);
    }

    /**
     * @param rows NaN where missing
     * @param table the same, filled
     */
    static BayesianRegression of(double[][] rows, double[][] table, int column) {
        int width = table[0].length;
        double[][] design = new double[table.length][width];
        double[] y = new double[table.length];
        boolean[] seen = new boolean[table.length];
        for (int n = 0; n < table.length; n++) {
            design[n][column] = 1;
            y[n] = table[n][column];
            seen[n] = !Double.isNaN(rows[n][column]);
        }
        for (int other = 0; other < width; other++) {
            if (other != column) {
                standardise(table, other, design);
            }
        }
        return new BayesianRegression(design, y, seen);
    }

    private static void standardise(double[][] table, int column, double[][] into) {
        double mean = 0;
        for (double[] row : table) {
            mean += row[column] / table.length;
        }
        double square = 0;
        for (double[] row : table) {
            square += (row[column] - mean) * (row[column] - mean) / table.length;
        }
        double scale = square > 0 ? 1 / Math.sqrt(square) : 0;
        for (int n = 0; n < table.length; n++) {
            into[n][column] = (table[n][column] - mean) * scale;
        }
    }

    /** β̂. */
    double[] estimate() {
        return estimate;
    }

    /**
     * A draw from the posterior.
     *
     * @param coefficients {@code β̂ + σ·L⁻ᵀz} where XᵀX = LLᵀ
     * @param deviation σ
     */
    record Draw(double[] coefficients, double deviation) {}

    Draw draw(RandomGenerator random) {
        double deviation = Math.sqrt(residuals / (2 * Draws.gamma(random, free / 2)));
        double[] z = new double[estimate.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = random.nextGaussian() * deviation;
        }
        RealVector drawn = new ArrayRealVector(z);
        MatrixUtils.solveUpperTriangularSystem(decomposition.getLT(), drawn);
        return new Draw(drawn.add(new ArrayRealVector(estimate)).toArray(), deviation);
    }

    double predict(int row, double[] coefficients) {
        double sum = 0;
        for (int i = 0; i < coefficients.length; i++) {
            sum += design[row][i] * coefficients[i];
        }
        return sum;
    }
}
