package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.evaluate.Catalogue;
import dev.aisle.algorithms.evaluate.Evaluation;
import dev.aisle.algorithms.evaluate.JudgedList;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Model;
import dev.aisle.algorithms.recommend.ScoredItem;
import dev.aisle.algorithms.recommend.TopK;
import dev.aisle.compute.evaluate.Result.Slice;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fits an algorithm, asks it for a list for everybody who took something afterwards, and takes the metrics. */
final class Comparison {
    private static final int SAMPLES = 200;
    private static final double NANOS = 1e9;

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
        long start = System.nanoTime();
        Model model = spec.algorithm().fit(data.train(), new PrintedProgress(spec.label() + ": fit", err));
        long fitted = System.nanoTime();
        Map<Integer, JudgedList> lists = lists(model, new PrintedProgress(spec.label() + ": lists", err));
        long listed = System.nanoTime();
        long peak = memory.bytes();
        return new Result(
                spec,
                (fitted - start) / NANOS,
                (listed - fitted) / NANOS,
                peak,
                evaluation.of(List.copyOf(lists.values()), cutoffs),
                slices(lists));
    }

    private Map<Integer, JudgedList> lists(Model model, PrintedProgress progress) {
        Map<Integer, JudgedList> lists = new LinkedHashMap<>();
        float[] scores = new float[model.itemCount()];
        for (int user = 0; user < data.truth().size(); user++) {
            if (data.truth().get(user).length > 0) {
                History history = data.train().history(user);
                model.score(history, scores);
                lists.put(
                        user, JudgedList.of(best(scores, history), data.truth().get(user)));
            }
            progress.step(user + 1, data.truth().size());
        }
        return lists;
    }

    private int[] best(float[] scores, History history) {
        BitSet excluded = new BitSet();
        for (int place = 0; place < history.size() && !data.seenAreCandidates(); place++) {
            excluded.set(history.item(place));
        }
        return TopK.select(scores, cutoffs[cutoffs.length - 1], excluded).stream()
                .mapToInt(ScoredItem::item)
                .toArray();
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
