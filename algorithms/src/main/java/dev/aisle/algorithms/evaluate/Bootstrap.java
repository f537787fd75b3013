package dev.aisle.algorithms.evaluate;

import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Confidence intervals by drawing people with replacement. The same seed draws the same people, so that two algorithms on the same people can be
 * compared.
 */
public final class Bootstrap {
    private static final double TAIL = 0.025;

    /** How often each sample drew each person. A byte holds it: of n drawn from n, 128 times the same has a chance below 10^−200. */
    private final byte[][] samples;

    /**
     * Draws the samples.
     *
     * @param people how many there are
     * @param sampleCount how many samples, ≥ 1
     */
    public Bootstrap(int people, int sampleCount, long seed) {
        this.samples = new byte[sampleCount][people];
        SplittableRandom random = new SplittableRandom(seed);
        for (byte[] times : samples) {
            for (int n = 0; n < people; n++) {
                times[random.nextInt(people)]++;
            }
        }
    }

    /** The mean of one value a person, with the 95 % percentile interval. */
    public Estimate mean(double[] values) {
        double[] means = new double[samples.length];
        for (int s = 0; s < samples.length; s++) {
            double sum = 0;
            for (int n = 0; n < values.length; n++) {
                sum += samples[s][n] * values[n];
            }
            means[s] = sum / values.length;
        }
        Arrays.sort(means);
        double value = Arrays.stream(values).sum() / values.length;
        return new Estimate(value, quantile(means, TAIL), quantile(means, 1 - TAIL));
    }

    /**
     * The interval of a statistic of all people together. A sample holds fewer distinct people than there are, which shifts statistics like
     * coverage; so the interval is moved by the difference of the value and the samples' mean.
     *
     * @param value the statistic of all
     * @param statistic of the multiplicities of a sample; samples where it has no value are passed over
     */
    Estimate around(double value, Function<byte[], OptionalDouble> statistic) {
        double[] drawn = Arrays.stream(samples)
                .map(statistic)
                .flatMapToDouble(OptionalDouble::stream)
                .sorted()
                .toArray();
        if (drawn.length == 0) {
            return new Estimate(value, value, value);
        }
        double shift = value - Arrays.stream(drawn).sum() / drawn.length;
        return new Estimate(value, quantile(drawn, TAIL) + shift, quantile(drawn, 1 - TAIL) + shift);
    }

    private static double quantile(double[] sorted, double q) {
        double at = q * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
