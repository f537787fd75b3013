package dev.aisle.algorithms.customers.draws;

import java.util.random.RandomGenerator;

/** Random numbers of the distributions that the Java library lacks. */
public final class Draws {
    /** Above this mean a Poisson number is drawn as a normal one: the error is below one in ten thousand. */
    private static final double NORMAL_FROM = 1e8;

    private static final double ONE_BY_ONE_BELOW = 30;
    private static final double MOST = 1e15;

    private Draws() {}

    /**
     * Gamma with rate 1. For small shapes the logarithm would be safer, but a rate of 10⁻³⁰⁰ is as good as none.
     *
     * @see <a href="https://doi.org/10.1145/358407.358414">Marsaglia, Tsang 2000</a>
     */
    public static double gamma(RandomGenerator random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.exp(-random.nextExponential() / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double v = 1 + c * normal;
            v = v * v * v;
            if (v > 0 && -random.nextExponential() < normal * normal / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /** {@code log(1 − p)}, ≤ 0, where p is Beta(a, b). */
    public static double logBetaComplement(RandomGenerator random, double a, double b) {
        double left = gamma(random, a);
        double right = gamma(random, b);
        return left == 0 ? 0 : Math.log(right / (left + right));
    }

    /** Poisson: event by event for small means, else by the gamma times of the events in halves (Ahrens, Dieter 1974). */
    public static long poisson(RandomGenerator random, double mean) {
        long before = 0;
        double rest = mean;
        while (rest > ONE_BY_ONE_BELOW) {
            if (rest > NORMAL_FROM) {
                double drawn = rest + Math.sqrt(rest) * random.nextGaussian();
                return before + Math.round(Math.min(drawn, MOST));
            }
            long half = (long) (rest * 7 / 8);
            double time = gamma(random, (double) half);
            if (time > rest) {
                return before + binomial(random, half - 1, rest / time);
            }
            before += half;
            rest -= time;
        }
        double time = random.nextExponential();
        while (time < rest) {
            before++;
            time += random.nextExponential();
        }
        return before;
    }

    /** Binomial by order statistics: the middle one of n uniforms is a beta number (Ahrens, Dieter 1974). */
    public static long binomial(RandomGenerator random, long trials, double probability) {
        long n = trials;
        double p = probability;
        long found = 0;
        while (n > ONE_BY_ONE_BELOW) {
            long middle = 1 + n / 2;
            double left = gamma(random, (double) middle);
            double share = left / (left + gamma(random, (double) (n + 1 - middle)));
            if (share >= p) {
                n = middle - 1;
                p = p / share;
            } else {
                found += middle;
                n -= middle;
                p = (p - share) / (1 - share);
            }
        }
        for (long trial = 0; trial < n; trial++) {
            found += random.nextDouble() < p ? 1 : 0;
        }
        return found;
    }

    /** How many trials until the first that succeeds, given {@code log(1 − p)}: at least 1; the greatest long when p is 0. */
    public static long geometric(RandomGenerator random, double logComplement) {
        if (logComplement == 0) {
            return Long.MAX_VALUE;
        }
        double trials = Math.ceil(random.nextExponential() / -logComplement);
        return trials >= Long.MAX_VALUE ? Long.MAX_VALUE : Math.max(1, (long) trials);
    }
}
