package dev.aisle.algorithms.privacy.noise;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;

/**
 * The Laplace mechanism for whole numbers, on a grid of 1/1024. A textbook sampler takes the logarithm of a floating-point number,
 * whose gaps give the true count away (Mironov 2012); this one draws a discrete Laplace distribution with whole numbers only.
 *
 * @see <a href="https://arxiv.org/abs/2004.00010">Canonne, Kamath, Steinke 2020, algorithms 1 and 2</a>
 */
public final class Laplace {
    /** Noise is a multiple of one over this. */
    public static final int GRID = 1024;

    private static final int DECIMALS = 6;

    private Laplace() {}

    /**
     * The scale b of the noise that makes one answer ε-differentially private.
     *
     * @param sensitivity how much one person can change the answer, above 0
     * @param epsilon above 0
     */
    public static double scale(double sensitivity, double epsilon) {
        requirePositive("sensitivity", sensitivity);
        requirePositive("epsilon", epsilon);
        return sensitivity / epsilon;
    }

    /**
     * A count with noise of scale {@code sensitivity / ε}.
     *
     * @param epsilon from 0.000001 to 1,000, with at most 6 decimals
     * @param random a {@link java.security.SecureRandom} wherever a person is protected
     * @return a multiple of 1/1024, perhaps below 0: cutting it off would shift the mean
     */
    public static double noised(long count, int sensitivity, BigDecimal epsilon, RandomGenerator random) {
        long micros = epsilon.movePointRight(DECIMALS).longValueExact();
        if (sensitivity < 1 || micros < 1 || micros > 1_000_000_000) {
            throw new IllegalArgumentException("expected a sensitivity of 1 or more and an epsilon in (0, 1000]");
        }
        long steps = discrete(Math.multiplyExact(sensitivity * (long) GRID, 1_000_000L), micros, random);
        return count + (double) steps / GRID;
    }

    /** Discrete Laplace with scale t/s: P(x) ∝ exp(−|x|·s/t). Algorithm 2. */
    static long discrete(long t, long s, RandomGenerator random) {
        while (true) {
            long u = random.nextLong(t);
            if (!bernoulliExp(u, t, random)) {
                continue;
            }
            long v = 0;
            while (bernoulliExp(1, 1, random)) {
                v++;
            }
            long y = Math.addExact(u, Math.multiplyExact(t, v)) / s;
            boolean negative = random.nextBoolean();
            if (!negative || y > 0) {
                return negative ? -y : y;
            }
        }
    }

    /** True with probability exp(−n/d), 0 ≤ n ≤ d. Algorithm 1: the length of a run whose k-th step goes on with n/(d·k). */
    private static boolean bernoulliExp(long n, long d, RandomGenerator random) {
        int k = 1;
        while (random.nextLong(d) < n && random.nextInt(k) == 0) {
            k++;
        }
        return k % 2 == 1;
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException(name + ": expected a finite number above 0");
        }
    }
}
