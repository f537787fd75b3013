package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.evaluate.PairedComparison;
import dev.aisle.algorithms.evaluate.PairedComparison.Pair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which differences between algorithms are more than chance.
 *
 * @param byMetric by metric: all pairs of the results, in their order
 */
record Significance(Map<String, List<Pair>> byMetric) {
    /** What is called significant. */
    static final double LEVEL = 0.05;

    private static final int SAMPLES = 1_000;

    /** @param people by question: whose it is */
    static Significance of(List<Result> results, List<String> metrics, int[] people, long seed) {
        Map<String, List<Pair>> byMetric = new LinkedHashMap<>();
        for (String metric : metrics) {
            boolean everywhere = results.stream().allMatch(one -> one.values().containsKey(metric));
            if (everywhere && results.size() > 1) {
                List<double[]> values =
                        results.stream().map(one -> one.values().get(metric)).toList();
                byMetric.put(metric, PairedComparison.of(values, people, SAMPLES, seed));
            }
        }
        return new Significance(byMetric);
    }

    /** The comparison of two results, seen from the first. */
    Optional<Versus> versus(String metric, int first, int second) {
        return byMetric.getOrDefault(metric, List.of()).stream()
                .filter(pair -> pair.first() == Math.min(first, second) && pair.second() == Math.max(first, second))
                .findFirst()
                .map(pair -> first < second ? Versus.of(pair, 1) : Versus.of(pair, -1));
    }

    /**
     * One algorithm against another.
     *
     * @param difference how much the first is above the second
     * @param low lower end of its 95 % interval
     * @param high upper end
     * @param p adjusted for all pairs
     */
    record Versus(double difference, double low, double high, double p) {
        private static Versus of(Pair pair, int sign) {
            double a = sign * pair.difference().low();
            double b = sign * pair.difference().high();
            return new Versus(sign * pair.difference().value(), Math.min(a, b), Math.max(a, b), pair.adjusted());
        }

        boolean significant() {
            return p < LEVEL;
        }
    }
}
