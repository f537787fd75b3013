package dev.aisle.algorithms.privacy.noise;

/** The standard normal distribution, to about 15 digits also far out, where δ of 1e-10 is decided. */
final class Normal {
    private static final double SERIES_UP_TO = 3;
    private static final int TERMS = 200;

    private Normal() {}

    /** Φ(x). */
    static double cumulative(double x) {
        if (x > SERIES_UP_TO) {
            return 1 - cumulative(-x);
        }
        return x >= -SERIES_UP_TO ? 0.5 + density(x) * series(x) : density(x) * tail(-x);
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /** x + x³/3 + x⁵/(3·5) + … (Abramowitz and Stegun 26.2.11). */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; n < TERMS && sum + term != sum; n++) {
            term *= x * x / (2 * n + 1);
            sum += term;
        }
        return sum;
    }

    /** 1/(x + 1/(x + 2/(x + 3/(x + …)))) (26.2.14). */
    private static double tail(double x) {
        double fraction = x;
        for (int n = TERMS; n > 0; n--) {
            fraction = x + n / fraction;
        }
        return 1 / fraction;
    }
}
