package dev.aisle.algorithms.offers;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Whether features tell a protected attribute, though none of them is it. A predictor is learned on four fifths and judged on the fifth, five
 * times: the log-odds of each feature's tenth, added up (naive Bayes). 0.5 is guessing. Dependence that only two features together have isn't found.
 *
 * @param threshold from which area under the curve features are refused, above 0.5
 */
public record StandInAudit(double threshold) {
    /** Names that no feature may have, whatever it predicts. */
    public static final Set<String> PROTECTED = Set.of(
            "age",
            "birthdate",
            "disability",
            "ethnicity",
            "gender",
            "health",
            "language",
            "name",
            "nationality",
            "origin",
            "politics",
            "postcode",
            "pregnancy",
            "race",
            "religion",
            "sex",
            "sexuality",
            "union");

    private static final int BINS = 10;
    private static final int FOLDS = 5;

    /** @throws IllegalArgumentException when the threshold isn't between guessing and certainty */
    public StandInAudit {
        if (!(threshold > 0.5 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold: expected above 0.5 and at most 1, was " + threshold);
        }
    }

    /**
     * What was found, as areas under the curve of people who weren't learned from.
     *
     * @param together of all features
     * @param alone of each feature, by name
     * @param refused names of what may not be used: protected names, and stand-ins; empty when all may be used
     */
    public record Finding(double together, Map<String, Double> alone, List<String> refused) {
        public Finding {
            alone = Map.copyOf(alone);
            refused = List.copyOf(refused);
        }

        /** Whether all features may be used. */
        public boolean passed() {
            return refused.isEmpty();
        }
    }

    /**
     * Audits. When only all together tell the attribute, all of them are refused.
     *
     * @param features by name, a number a person each, finite
     * @param isProtected per person; known for an audit only, of people who agreed to it
     */
    public Finding of(Map<String, double[]> features, boolean[] isProtected, long seed) {
        for (Map.Entry<String, double[]> feature : features.entrySet()) {
            if (feature.getValue().length != isProtected.length) {
                throw new IllegalArgumentException(feature.getKey() + ": expected a number for each of "
                        + isProtected.length + " people, were " + feature.getValue().length);
            }
        }
        int[] fold =
                new SplittableRandom(seed).ints(isProtected.length, 0, FOLDS).toArray();
        double[] sum = new double[isProtected.length];
        Map<String, Double> alone = new LinkedHashMap<>();
        features.forEach((name, numbers) -> {
            double[] scores = scores(numbers, isProtected, fold);
            alone.put(name, area(scores, isProtected));
            Arrays.setAll(sum, person -> sum[person] + scores[person]);
        });
        double together = features.isEmpty() ? 0.5 : area(sum, isProtected);
        List<String> refused = features.keySet().stream()
                .filter(name ->
                        PROTECTED.contains(name.toLowerCase(Locale.ROOT)) || alone.getOrDefault(name, 0.0) >= threshold)
                .sorted()
                .toList();
        boolean onlyTogether = refused.isEmpty() && together >= threshold;
        return new Finding(
                together,
                alone,
                onlyTogether ? features.keySet().stream().sorted().toList() : refused);
    }

    /** The log-odds of each person's bin, learned from the other folds. */
    private static double[] scores(double[] numbers, boolean[] isProtected, int[] fold) {
        double[] edges = edges(numbers);
        int[] bins =
                Arrays.stream(numbers).mapToInt(number -> bin(edges, number)).toArray();
        double[][] yes = new double[FOLDS][BINS];
        double[][] no = new double[FOLDS][BINS];
        for (int person = 0; person < numbers.length; person++) {
            (isProtected[person] ? yes : no)[fold[person]][bins[person]]++;
        }
        double[] scores = new double[numbers.length];
        for (int person = 0; person < numbers.length; person++) {
            double with = 1;
            double without = 1;
            for (int other = 0; other < FOLDS; other++) {
                with += other == fold[person] ? 0 : yes[other][bins[person]];
                without += other == fold[person] ? 0 : no[other][bins[person]];
            }
            scores[person] = Math.log(with / without);
        }
        return scores;
    }

    private static double[] edges(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return IntStream.range(1, BINS)
                .mapToDouble(edge -> sorted.length == 0 ? 0 : sorted[(int) ((long) edge * sorted.length / BINS)])
                .toArray();
    }

    private static int bin(double[] edges, double number) {
        int bin = 0;
        while (bin < edges.length && number >= edges[bin]) {
            bin++;
        }
        return bin;
    }

    /** The chance that a protected person scores higher than another one; half for equal scores. 0.5 when there is only one kind. */
    private static double area(double[] scores, boolean[] isProtected) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(scores[a], scores[b]));
        double ranks = 0;
        long yes = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && Double.compare(scores[order[to]], scores[order[from]]) == 0) {
                to++;
            }
            for (int n = from; n < to; n++) {
                if (isProtected[order[n]]) {
                    yes++;
                    ranks += (from + to + 1) / 2.0;
                }
            }
            from = to;
        }
        long no = scores.length - yes;
        return yes == 0 || no == 0 ? 0.5 : (ranks - yes * (yes + 1) / 2.0) / ((double) yes * no);
    }
}
