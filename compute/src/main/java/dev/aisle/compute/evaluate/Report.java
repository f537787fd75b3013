package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.charts.Series;
import dev.aisle.algorithms.evaluate.Outcome;
import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Results side by side. */
final class Report {
    /** The metrics that algorithms are compared by, pair by pair. */
    static final List<String> COMPARED = List.of("ndcg", "recall", "mrr");

    private static final List<String> COLUMNS = List.of("ndcg", "hr", "mrr", "map", "coverage", "novelty");

    private final Dataset data;
    private final int[] cutoffs;
    private final List<Result> results;
    private final List<Absent> absent;
    private final Significance significance;

    Report(Dataset data, int[] cutoffs, List<Result> results, List<Absent> absent, long seed) {
        this.data = data;
        this.cutoffs = cutoffs.clone();
        this.results = List.copyOf(results);
        this.absent = List.copyOf(absent);
        this.significance = Significance.of(results, compared(), Slices.people(data), seed);
    }

    Dataset data() {
        return data;
    }

    int[] cutoffs() {
        return cutoffs.clone();
    }

    List<Result> results() {
        return results;
    }

    /** Algorithms that don't take part. */
    List<Absent> absent() {
        return absent;
    }

    Significance significance() {
        return significance;
    }

    /** People who took something after the split. */
    long judgedUsers() {
        return data.cases().stream().filter(one -> !one.newcomer()).count();
    }

    /** The cutoff that comparisons are made at. */
    int middle() {
        return cutoffs[cutoffs.length / 2];
    }

    /** The metric that decides which algorithm is best. */
    String leading() {
        return "ndcg@" + middle();
    }

    /** The compared metrics at the middle cutoff. */
    List<String> compared() {
        return COMPARED.stream().map(name -> name + "@" + middle()).toList();
    }

    /** Places of the results, the best first; those without a value last. */
    List<Integer> ranking() {
        Comparator<Integer> byValue = Comparator.comparingDouble(place ->
                results.get(place).estimate(leading()).map(Estimate::value).orElse(Double.NEGATIVE_INFINITY));
        return IntStream.range(0, results.size())
                .boxed()
                .sorted(byValue.reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** How a result is called and drawn wherever it comes: by the algorithm's name, with a number when that comes again. */
    Series series(int place) {
        String name = results.get(place).spec().contender().name();
        long alike = results.stream()
                .filter(one -> one.spec().contender().name().equals(name))
                .count();
        long before = results.subList(0, place).stream()
                .filter(one -> one.spec().contender().name().equals(name))
                .count();
        return new Series(alike == 1 ? name : name + " " + (before + 1), place);
    }

    /** The metrics of a table: recall at every cutoff, the others at the middle one. */
    List<String> tableMetrics() {
        List<String> names = new ArrayList<>(
                Arrays.stream(cutoffs).mapToObj(k -> "recall@" + k).toList());
        COLUMNS.stream().map(name -> name + "@" + middle()).forEach(names::add);
        if (data.rated()) {
            names.addAll(List.of("rmse", "mae"));
        }
        return names;
    }

    static String value(Outcome outcome) {
        return switch (outcome) {
            case Estimate e -> String.format(Locale.ROOT, "%.4f", e.value());
            case Outcome.Undefined ignored -> "-";
        };
    }
}
