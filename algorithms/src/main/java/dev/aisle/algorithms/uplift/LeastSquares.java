package dev.aisle.algorithms.uplift;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;

/**
 * Ordinary least squares with a constant, by QR, so that columns of very different size lose no digits.
 *
 * @param ridge added to the normal equations' diagonal except the constant's; 0 is the plain form
 */
public record LeastSquares(double ridge) implements BaseLearner {
    private static final double SINGULAR = 1e-9;

    /** @throws IllegalArgumentException when the ridge is negative */
    public LeastSquares {
        if (!(ridge >= 0)) {
            throw new IllegalArgumentException("ridge: expected at least 0, was " + ridge);
        }
    }

    @Override
    public Prediction fit(double[][] features, double[] outcome) {
        double[] coefficients = coefficients(features, outcome);
        return row -> {
            double sum = coefficients[0];
            for (int i = 0; i < row.length; i++) {
                sum += coefficients[i + 1] * row[i];
            }
            return sum;
        };
    }

    /** The constant, then one a feature. */
    double[] coefficients(double[][] features, double[] outcome) {
        int width = features.length == 0 ? 0 : features[0].length;
        int extra = ridge > 0 ? width : 0;
        if (features.length + extra <= width) {
            throw new IllegalArgumentException(
                    "features: expected more people than features in each arm, were " + features.length);
        }
        double[][] design = new double[features.length + extra][width + 1];
        double[] right = new double[features.length + extra];
        for (int n = 0; n < features.length; n++) {
            design[n][0] = 1;
            System.arraycopy(features[n], 0, design[n], 1, width);
            right[n] = outcome[n];
        }
        for (int i = 0; i < extra; i++) {
            design[features.length + i][i + 1] = Math.sqrt(ridge);
        }
        double[] sizes = scale(design);
        double[] solution = solve(design, right);
        for (int i = 0; i <= width; i++) {
            solution[i] /= sizes[i];
        }
        return solution;
    }

    /** Makes each column 1 long, so that what is singular doesn't depend on units; the lengths. */
    private static double[] scale(double[][] design) {
        double[] sizes = new double[design[0].length];
        for (double[] row : design) {
            for (int i = 0; i < row.length; i++) {
                sizes[i] = Math.hypot(sizes[i], row[i]);
            }
        }
        for (double[] row : design) {
            for (int i = 0; i < row.length; i++) {
                row[i] = sizes[i] > 0 ? row[i] / sizes[i] : 0;
            }
        }
        return sizes;
    }

    private static double[] solve(double[][] design, double[] right) {
        try {
            return new QRDecomposition(new Array2DRowRealMatrix(design, false), SINGULAR)
                    .getSolver()
                    .solve(new ArrayRealVector(right, false))
                    .toArray();
        } catch (MathRuntimeException e) {
            throw new IllegalArgumentException(
                    "features: one says the same as others in an arm, so that no unique fit exists; leave one out", e);
        }
    }
}
