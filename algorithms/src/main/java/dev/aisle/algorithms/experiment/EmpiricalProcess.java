package dev.aisle.algorithms.experiment;

import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * How far an empirical distribution function may be from the true one, at any place and any time.
 *
 * @param least observations from which on it holds, ≥ 1
 * @param scale A, above 1/√2; 0.85 is usual
 * @see <a href="https://arxiv.org/abs/1906.09712">Howard, Ramdas: Sequential estimation of quantiles</a>, theorem 2
 */
public record EmpiricalProcess(double least, double scale) {
    /** The bound of the distance after so many observations; ∞ before the least. */
    public double bound(double observations, double alpha) {
        return observations < least
                ? Double.POSITIVE_INFINITY
                : scale * Math.sqrt((Math.log1p(Math.log(observations / least)) + constant(alpha)) / observations);
    }

    /** The least C whose chance of an error isn't above α. */
    private double constant(double alpha) {
        double low = 0.1;
        double high = 5;
        while (leastError(high) > alpha) {
            high *= 2;
        }
        for (int step = 0; step < 80; step++) {
            double middle = (low + high) / 2;
            if (leastError(middle) > alpha) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double leastError(double c) {
        double most = greatestEta(c);
        double best = new BrentOptimizer(1e-12, 1e-14)
                .optimize(
                        new UnivariateObjectiveFunction(eta -> error(c, eta)),
                        GoalType.MINIMIZE,
                        new SearchInterval(1 + 1e-12, most),
                        MaxEval.unlimited())
                .getValue();
        return Double.isFinite(best) ? best : Double.MAX_VALUE;
    }

    /** Where √(η/2) + √(2(η − 1)/C) reaches A. */
    private double greatestEta(double c) {
        double low = 1;
        double high = 2 * scale * scale;
        for (int step = 0; step < 80; step++) {
            double eta = (low + high) / 2;
            if (Math.sqrt(eta / 2) + Math.sqrt(2 * (eta - 1) / c) < scale) {
                low = eta;
            } else {
                high = eta;
            }
        }
        return low;
    }

    private double error(double c, double eta) {
        double root = scale - Math.sqrt(2 * (eta - 1) / c);
        double gamma2 = 2 / eta * root * root;
        return gamma2 <= 1 ? 1e6 * (2 - gamma2) : 4 * Math.exp(-gamma2 * c) * (1 + 1 / ((gamma2 - 1) * Math.log(eta)));
    }
}
