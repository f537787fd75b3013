package dev.aisle.algorithms.customers.lifetime;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Regular purchases, each k-th event of a Poisson process: the events since the last purchase that nobody saw. */
final class Stages {
    /** Beyond so many expected purchases, or a horizon so many times as long as what was seen, a stage more or less is no matter. */
    private static final double MANY = 5_000;

    private static final double LONG = 1_000;
    private static final double NOTHING = 1e-18;

    private Stages() {}

    /** {@code Σ_{j<k} (shape)_j / j! · uʲ}: the silence since the last purchase with fewer than k events in it. */
    static double sum(int k, double shape, double u) {
        double term = 1;
        double sum = 1;
        for (int j = 1; j < k; j++) {
            term *= (shape + j - 1) / j * u;
            sum += term;
        }
        return sum;
    }

    /** The terms of {@link #sum} as probabilities. */
    static double[] weights(int k, double shape, double u) {
        double[] weights = new double[k];
        double sum = sum(k, shape, u);
        weights[0] = 1 / sum;
        for (int j = 1; j < k; j++) {
            weights[j] = weights[j - 1] * (shape + j - 1) / j * u;
        }
        return weights;
    }

    static int draw(double[] weights, RandomGenerator random) {
        int last = weights.length - 1;
        double left = last == 0 ? 0 : random.nextDouble();
        for (int j = 0; j < last; j++) {
            left -= weights[j];
            if (left < 0) {
                return j;
            }
        }
        return last;
    }

    /**
     * Purchases expected of someone who is still there: {@code Σ_j w_j Σ_m E[(1−p)^(m−1)]·P(N_j ≥ k·m − j)}, where N_j, the events to
     * come, is negative binomial with shape + j. Exact; above {@link #MANY} purchases, or beyond {@link #LONG}, as if each event were
     * the k-th part of a purchase, which is off by less than one in a thousand.
     *
     * @param stages w_j
     * @param grown horizon by (α + age)
     */
    static double expected(double[] stages, double shape, double grown, double a, double survivals) {
        int k = stages.length;
        double expected = 0;
        for (int j = 0; j < k; j++) {
            if (stages[j] > NOTHING) {
                boolean many = (shape + j) * grown / k > MANY || grown > LONG;
                expected += stages[j]
                        * (many
                                ? GeometricDropout.expected(shape + j, grown / k, a, survivals)
                                : counted(k, j, shape + j, grown, a, survivals));
            }
        }
        return expected;
    }

    private static double counted(int k, int stage, double shape, double grown, double a, double survivals) {
        double[] tail = tails(shape, grown, k - stage);
        double expected = 0;
        double there = 1;
        int purchase = 1;
        for (int events = k - stage; events < tail.length; events += k) {
            expected += there * tail[events];
            there *= (survivals + purchase - 1) / (a + survivals + purchase - 1);
            purchase++;
        }
        return expected;
    }

    /** P(N ≥ n) of the negative binomial, summed from its end so that small ones keep their digits. */
    private static double[] tails(double shape, double grown, int first) {
        double ratio = grown / (1 + grown);
        double mean = shape * grown;
        double[] tails = new double[64];
        double log = -shape * Math.log1p(grown);
        int n = 0;
        double counted = 0;
        for (double mass = Math.exp(log); n <= mean || n <= first || mass > NOTHING * counted; mass = Math.exp(log)) {
            if (n == tails.length) {
                tails = Arrays.copyOf(tails, 2 * n);
            }
            tails[n] = mass;
            counted += n >= first ? mass : 0;
            log += Math.log((shape + n) / (n + 1) * ratio);
            n++;
        }
        for (int from = n - 2; from >= 0; from--) {
            tails[from] += tails[from + 1];
        }
        return Arrays.copyOf(tails, n);
    }
}
