package dev.aisle.algorithms.evaluate;

import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.algorithms.experiment.Multiplicity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Compares algorithms on the same lists of the same people, each with each: the mean difference with a 95 % bootstrap interval over people, and
 * the p-value of Fisher's randomisation test over people, adjusted after Holm for the number of pairs.
 */
public final class PairedComparison {
    private PairedComparison() {}

    /**
     * One pair.
     *
     * @param first number of an algorithm
     * @param second number of another one, greater
     * @param difference mean of first − second over lists
     * @param p two-sided, of this pair alone
     * @param adjusted for all pairs
     */
    public record Pair(int first, int second, Estimate difference, double p, double adjusted) {}

    /**
     * All pairs.
     *
     * @param values by algorithm: one value a list; lists that are NaN in either are passed over
     * @param people by list: whose it is, any numbers
     * @param sampleCount samples of the bootstrap, ≥ 1
     * @return in the order (0, 1), (0, 2), …; without pairs that have no list in common
     */
    public static List<Pair> of(List<double[]> values, int[] people, int sampleCount, long seed) {
        Bootstrap bootstrap = Bootstrap.ofPeople(people, sampleCount, seed);
        List<Pair> pairs = new ArrayList<>();
        for (int first = 0; first < values.size(); first++) {
            for (int second = first + 1; second < values.size(); second++) {
                double[] differences = differences(values.get(first), values.get(second));
                int a = first;
                int b = second;
                bootstrap.meanOfKnown(differences).ifPresent(difference -> {
                    double p = SignFlips.p(byPerson(differences, people), seed);
                    pairs.add(new Pair(a, b, difference, p, p));
                });
            }
        }
        return adjusted(pairs);
    }

    private static double[] differences(double[] first, double[] second) {
        return IntStream.range(0, first.length)
                .mapToDouble(n -> first[n] - second[n])
                .toArray();
    }

    /** The sum over a person's lists: a person's lists change sign together. */
    private static double[] byPerson(double[] differences, int[] people) {
        Map<Integer, Integer> places = new HashMap<>();
        double[] sums = new double[differences.length];
        for (int n = 0; n < differences.length; n++) {
            if (!Double.isNaN(differences[n])) {
                sums[places.computeIfAbsent(people[n], ignored -> places.size())] += differences[n];
            }
        }
        return sums;
    }

    private static List<Pair> adjusted(List<Pair> pairs) {
        double[] adjusted = Multiplicity.HOLM_BONFERRONI.adjust(
                pairs.stream().mapToDouble(Pair::p).toArray());
        return IntStream.range(0, adjusted.length)
                .mapToObj(n -> {
                    Pair pair = pairs.get(n);
                    return new Pair(pair.first(), pair.second(), pair.difference(), pair.p(), adjusted[n]);
                })
                .toList();
    }
}
