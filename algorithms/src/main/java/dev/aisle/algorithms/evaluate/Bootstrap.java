package dev.aisle.algorithms.evaluate;

import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Confidence intervals by drawing people with replacement; whoever is drawn brings all of his or her lists. The same seed draws the same people,
 * so that two algorithms on the same people can be compared.
 */
public final class Bootstrap {
    private static final double TAIL = 0.025;

    /** By list: whose it is, numbered from 0. */
    private final int[] person;
    /** How often each sample drew each person. A byte holds it: of n drawn from n, 128 times the same has a chance below 10^−200. */
    private final byte[][] samples;

    /**
     * Draws the samples, for one value a person.
     *
     * @param people how many there are
     * @param sampleCount how many samples, ≥ 1
     */
    public Bootstrap(int people, int sampleCount, long seed) {
        this(IntStream.range(0, people).toArray(), people, sampleCount, seed);
    }

    private Bootstrap(int[] person, int people, int sampleCount, long seed) {
        this.person = person;
        this.samples = new byte[sampleCount][people];
        SplittableRandom random = new SplittableRandom(seed);
        for (byte[] times : samples) {
            for (int n = 0; n < people; n++) {
                times[random.nextInt(people)]++;
            }
        }
    }

    /**
     * Draws the samples, for one value a list.
     *
     * @param people by list: whose it is, any numbers
     */
    public static Bootstrap ofPeople(int[] people, int sampleCount, long seed) {
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] person = IntStream.of(people)
                .map(id -> numbers.computeIfAbsent(id, ignored -> numbers.size()))
                .toArray();
        return new Bootstrap(person, numbers.size(), sampleCount, seed);
    }

    /**
     * The mean over lists, with the 95 % percentile interval.
     *
     * @param values one a list; NaN where a list has none
     * @return empty when no list has one
     */
    Optional<Estimate> meanOfKnown(double[] values) {
        double value = mean(values, n -> 1);
        if (Double.isNaN(value)) {
            return Optional.empty();
        }
        double[] means = drawn(times -> mean(values, times));
        return Optional.of(new Estimate(value, quantile(means, TAIL), quantile(means, 1 - TAIL)));
    }

    /** The mean of one value a list, of which there is at least one, with the 95 % percentile interval. */
    public Estimate mean(double[] values) {
        return meanOfKnown(values).orElseThrow(() -> new IllegalArgumentException("no values to take the mean of"));
    }

    /**
     * {@code Σ above / Σ below} over lists, with the 95 % percentile interval.
     *
     * @param below one a list, ≥ 0, with a sum above 0
     */
    public Estimate ratio(double[] above, double[] below) {
        double[] ratios = drawn(times -> ratio(above, below, times));
        return new Estimate(ratio(above, below, n -> 1), quantile(ratios, TAIL), quantile(ratios, 1 - TAIL));
    }

    private static double ratio(double[] above, double[] below, IntUnaryOperator times) {
        double sum = 0;
        double whole = 0;
        for (int list = 0; list < above.length; list++) {
            int often = times.applyAsInt(list);
            sum += often * above[list];
            whole += often * below[list];
        }
        return sum / whole;
    }

    /**
     * The interval of a statistic of all lists together. A sample holds fewer distinct people than there are, which shifts statistics like
     * coverage; so the interval is moved by the difference of the value and the samples' mean.
     *
     * @param statistic of the multiplicities of the lists of a sample; NaN where it has no value, which are passed over
     * @return empty when the statistic of all has no value
     */
    Optional<Estimate> around(ToDoubleFunction<IntUnaryOperator> statistic) {
        double value = statistic.applyAsDouble(n -> 1);
        return Double.isNaN(value) ? Optional.empty() : Optional.of(around(value, drawn(statistic)));
    }

    /** The interval around a value, from the statistic of each sample, ascending and without NaN. */
    static Estimate around(double value, double[] drawn) {
        if (drawn.length == 0) {
            return new Estimate(value, value, value);
        }
        double shift = value - Arrays.stream(drawn).sum() / drawn.length;
        return new Estimate(value, quantile(drawn, TAIL) + shift, quantile(drawn, 1 - TAIL) + shift);
    }

    /** Number of samples. */
    int size() {
        return samples.length;
    }

    /** How often a sample holds each list. */
    IntUnaryOperator times(int sample) {
        byte[] times = samples[sample];
        return list -> times[person[list]];
    }

    private double[] drawn(ToDoubleFunction<IntUnaryOperator> statistic) {
        return IntStream.range(0, samples.length)
                .mapToDouble(sample -> statistic.applyAsDouble(times(sample)))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    private static double mean(double[] values, IntUnaryOperator times) {
        double sum = 0;
        double count = 0;
        for (int list = 0; list < values.length; list++) {
            int often = times.applyAsInt(list);
            if (often > 0 && !Double.isNaN(values[list])) {
                sum += often * values[list];
                count += often;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private static double quantile(double[] sorted, double q) {
        double at = q * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
