package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.evaluate.JudgedList;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Model;
import dev.aisle.algorithms.recommend.ScoredItem;
import dev.aisle.algorithms.recommend.TopK;
import java.io.PrintStream;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The lists of one algorithm for everybody who took something afterwards.
 *
 * @param byUser list beside truth
 * @param fitSeconds wall time of the fit
 * @param recommendSeconds wall time of all lists, on one thread
 */
record Recommendation(Map<Integer, JudgedList> byUser, double fitSeconds, double recommendSeconds) {
    private static final double NANOS = 1e9;

    static Recommendation of(Dataset data, AlgorithmSpec spec, int[] cutoffs, PrintStream err) {
        long start = System.nanoTime();
        Model model = spec.algorithm().fit(data.train(), new PrintedProgress(spec.label() + ": fit", err));
        long fitted = System.nanoTime();
        PrintedProgress progress = new PrintedProgress(spec.label() + ": lists", err);
        Map<Integer, JudgedList> lists = new LinkedHashMap<>();
        float[] scores = new float[model.itemCount()];
        for (int user = 0; user < data.truth().size(); user++) {
            if (data.truth().get(user).length > 0) {
                History history = data.train().history(user);
                model.score(history, scores);
                int[] best = best(scores, history, cutoffs[cutoffs.length - 1], data.seenAreCandidates());
                lists.put(user, JudgedList.of(best, data.truth().get(user)));
            }
            progress.step(user + 1, data.truth().size());
        }
        return new Recommendation(lists, (fitted - start) / NANOS, (System.nanoTime() - fitted) / NANOS);
    }

    private static int[] best(float[] scores, History history, int k, boolean seenAreCandidates) {
        BitSet excluded = new BitSet();
        for (int place = 0; place < history.size() && !seenAreCandidates; place++) {
            excluded.set(history.item(place));
        }
        return TopK.select(scores, k, excluded).stream()
                .mapToInt(ScoredItem::item)
                .toArray();
    }
}
