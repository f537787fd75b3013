package dev.aisle.algorithms.forecast.ets;

/**
 * Whether the smoothing parameters of a linear model forget the distant past, so that forecasts are stable.
 *
 * @see <a href="https://doi.org/10.1007/978-3-540-71918-2">Hyndman, Koehler, Ord, Snyder 2008, chapter 10</a>
 */
final class Admissible {
    /** Roots may lie this far outside of the unit circle, as in R's forecast. */
    private static final double SLACK = 1e-10;

    private final EtsModel model;
    private final int period;
    private final double[] polynomial;
    private final double[] reversed;

    Admissible(EtsModel model, int period) {
        this.model = model;
        this.period = period;
        polynomial = new double[period + 2];
        reversed = new double[period + 2];
    }

    boolean test(double alpha, double beta, double gamma, double phi) {
        return model.seasonal() ? seasonal(alpha, beta, gamma, phi) : plain(alpha, beta, phi);
    }

    private boolean plain(double alpha, double beta, double phi) {
        if (alpha < 1 - 1 / phi || alpha > 1 + 1 / phi) {
            return false;
        }
        return !model.hasTrend() || (beta >= alpha * (phi - 1) && beta <= (1 + phi) * (2 - alpha));
    }

    private boolean seasonal(double alpha, double beta, double gamma, double phi) {
        int m = period;
        return gamma >= Math.max(1 - 1 / phi - alpha, 0)
                && gamma <= 1 + 1 / phi - alpha
                && alpha >= 1 - 1 / phi - gamma * (1 - m + phi + phi * m) / (2 * phi * m)
                && beta >= -(1 - phi) * (gamma / m + alpha)
                && stable(alpha, beta, gamma, phi);
    }

    /**
     * All roots of the characteristic polynomial lie inside of the unit circle. Without growth the polynomial has the root 1,
     * which belongs to a state that nothing reads, and is divided by it.
     */
    private boolean stable(double alpha, double beta, double gamma, double phi) {
        boolean still = !model.hasTrend();
        int degree = still ? period : period + 1;
        for (int i = 1; i < degree; i++) {
            polynomial[i] = still ? alpha : alpha + beta - alpha * phi;
        }
        polynomial[0] = 1;
        if (still) {
            polynomial[degree] = alpha + gamma - 1;
        } else {
            polynomial[1] = alpha + beta - phi;
            polynomial[degree - 1] = alpha + beta - alpha * phi + gamma - 1;
            polynomial[degree] = phi * (1 - alpha - gamma);
        }
        for (int i = 1; i <= degree; i++) {
            polynomial[i] *= 1 - i * SLACK;
        }
        return inside(degree);
    }

    /** Schur and Cohn: step the polynomial down, each last coefficient must be below 1 in size. O(degree²), no roots are computed. */
    private boolean inside(int degree) {
        for (int n = degree; n > 0; n--) {
            double k = polynomial[n];
            if (!(Math.abs(k) < 1)) {
                return false;
            }
            double scale = 1 / (1 - k * k);
            System.arraycopy(polynomial, 0, reversed, 0, n + 1);
            for (int i = 1; i < n; i++) {
                polynomial[i] = (reversed[i] - k * reversed[n - i]) * scale;
            }
        }
        return true;
    }
}
