package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.evaluate.Catalogue;
import dev.aisle.algorithms.evaluate.Evaluation;
import dev.aisle.algorithms.evaluate.JudgedList;
import dev.aisle.compute.evaluate.Result.Slice;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fits an algorithm, asks it for a list for everybody who took something afterwards, and takes the metrics. */
final class Comparison {
    private static final int SAMPLES = 200;

    private final Dataset data;
    private final int[] cutoffs;
    private final Evaluation evaluation;
    private final PrintStream err;

    Comparison(Dataset data, int[] cutoffs, long seed, PrintStream err) {
        this.data = data;
        this.cutoffs = cutoffs;
        Catalogue catalogue =
                Catalogue.of(data.train().usersPerItem(), data.train().userCount());
        this.evaluation = new Evaluation(catalogue, SAMPLES, seed);
        this.err = err;
    }

    Result run(AlgorithmSpec spec) {
        PeakMemory memory = PeakMemory.start();
        Recommendation lists = Recommendation.of(data, spec, cutoffs, err);
        long peak = memory.bytes();
        return new Result(
                spec,
                lists.fitSeconds(),
                lists.recommendSeconds(),
                peak,
                evaluation.of(List.copyOf(lists.byUser().values()), cutoffs),
                slices(lists.byUser()));
    }

    /** People by how much was known of them. */
    private Map<String, Slice> slices(Map<Integer, JudgedList> lists) {
        Map<String, List<JudgedList>> groups = new LinkedHashMap<>();
        for (String name : List.of("history 0-5", "history 6-20", "history 21+")) {
            groups.put(name, new ArrayList<>());
        }
        lists.forEach((user, list) -> {
            int known = data.train().countOf(user);
            String name = known <= 5 ? "history 0-5" : known <= 20 ? "history 6-20" : "history 21+";
            groups.computeIfAbsent(name, group -> new ArrayList<>()).add(list);
        });
        Map<String, Slice> slices = new LinkedHashMap<>();
        groups.forEach((name, group) -> {
            if (!group.isEmpty()) {
                slices.put(name, new Slice(group.size(), evaluation.of(group, cutoffs)));
            }
        });
        return slices;
    }
}
