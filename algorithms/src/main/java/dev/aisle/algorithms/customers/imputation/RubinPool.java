package dev.aisle.algorithms.customers.imputation;

import dev.aisle.algorithms.customers.Estimate;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * What several imputed tables say together.
 *
 * @param estimate mean over the tables
 * @param within mean of their sampling variances
 * @param between variance between them: what the filling leaves open
 * @param total {@code within + (1 + 1/m)·between}
 * @param freedom degrees of freedom of the t distribution; infinite when the tables agree and the sample is large
 * @see <a href="https://doi.org/10.1093/biomet/86.4.948">Barnard, Rubin 1999</a>
 */
public record RubinPool(double estimate, double within, double between, double total, double freedom) {
    /**
     * Pools.
     *
     * @param estimates one a table, at least two
     * @param variances their squared standard errors, ≥ 0
     * @param completeFreedom degrees of freedom if nothing were missing, such as n − 1; may be infinite
     * @throws IllegalArgumentException when the numbers can't be these
     */
    public static RubinPool of(double[] estimates, double[] variances, double completeFreedom) {
        int m = estimates.length;
        if (m < 2 || variances.length != m || !(completeFreedom > 0)) {
            throw new IllegalArgumentException("estimates: expected two or more with their variances");
        }
        double mean = 0;
        double within = 0;
        for (int n = 0; n < m; n++) {
            if (!Double.isFinite(estimates[n]) || !Double.isFinite(variances[n]) || variances[n] < 0) {
                throw new IllegalArgumentException("estimates: expected finite numbers and variances ≥ 0");
            }
            mean += estimates[n] / m;
            within += variances[n] / m;
        }
        double between = 0;
        for (double each : estimates) {
            between += (each - mean) * (each - mean) / (m - 1);
        }
        double total = within + (1 + 1.0 / m) * between;
        return new RubinPool(
                mean,
                within,
                between,
                total,
                freedom(m, total == 0 ? 0 : (1 + 1.0 / m) * between / total, completeFreedom));
    }

    private static double freedom(int m, double missing, double complete) {
        double ofTables = (m - 1) / (missing * missing);
        if (Double.isInfinite(complete)) {
            return ofTables;
        }
        double ofSample = (complete + 1) / (complete + 3) * complete * (1 - missing);
        return 1 / (1 / ofTables + 1 / ofSample);
    }

    /** The interval of the estimate. */
    public Estimate interval(double level) {
        Estimate.checkLevel(level);
        // Beyond a million degrees the t distribution is the normal one to six digits.
        double t = new TDistribution(Math.clamp(freedom, 1e-3, 1e6)).inverseCumulativeProbability((1 + level) / 2);
        double half = t * Math.sqrt(total);
        return new Estimate(estimate, estimate - half, estimate + half, level);
    }
}
