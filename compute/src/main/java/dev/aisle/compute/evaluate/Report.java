package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.evaluate.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Results side by side. */
final class Report {
    private static final List<String> COLUMNS = List.of("ndcg", "hr", "mrr", "map", "coverage", "novelty");

    private final Dataset data;
    private final int[] cutoffs;
    private final List<Result> results;

    Report(Dataset data, int[] cutoffs, List<Result> results) {
        this.data = data;
        this.cutoffs = cutoffs.clone();
        this.results = List.copyOf(results);
    }

    Dataset data() {
        return data;
    }

    List<Result> results() {
        return results;
    }

    /** People who took something after the split. */
    long judgedUsers() {
        return data.truth().stream().filter(row -> row.length > 0).count();
    }

    /** The metrics of a table: recall at every cutoff, the others at the middle one. */
    List<String> tableMetrics() {
        int middle = cutoffs[cutoffs.length / 2];
        List<String> names = new ArrayList<>(
                Arrays.stream(cutoffs).mapToObj(k -> "recall@" + k).toList());
        COLUMNS.stream().map(name -> name + "@" + middle).forEach(names::add);
        return names;
    }

    static String value(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Estimate e -> String.format(Locale.ROOT, "%.4f", e.value());
            case Outcome.Undefined ignored -> "-";
        };
    }
}
