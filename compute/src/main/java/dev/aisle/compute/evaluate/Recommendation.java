package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.evaluate.JudgedList;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.ScoredItem;
import dev.aisle.algorithms.recommend.TopK;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The answers of one algorithm to all questions.
 *
 * @param lists list beside truth, one a case, in the order of {@link Dataset#cases()}
 * @param ratings rated beside predicted, in the order of the cases that have ratings; empty when the algorithm predicts none
 * @param fitSeconds wall time of the fit, of all folds together
 * @param recommendSeconds wall time of all lists, on one thread
 */
record Recommendation(List<JudgedList> lists, List<RatedCase> ratings, double fitSeconds, double recommendSeconds) {
    private static final double NANOS = 1e9;

    static Recommendation of(Dataset data, AlgorithmSpec spec, int[] cutoffs, PrintStream err) {
        List<JudgedList> lists = new ArrayList<>();
        List<RatedCase> ratings = new ArrayList<>();
        long fitNanos = 0;
        long listNanos = 0;
        for (Fold fold : data.folds()) {
            long start = System.nanoTime();
            Contender.Fitted fitted =
                    spec.contender().fit(data, fold, new PrintedProgress(spec.label() + ": fit", err));
            long between = System.nanoTime();
            ask(data, fold, fitted, cutoffs[cutoffs.length - 1], new PrintedProgress(spec.label() + ": lists", err))
                    .forEach(lists::add);
            fitNanos += between - start;
            listNanos += System.nanoTime() - between;
            ratings.addAll(rate(fold, fitted));
        }
        boolean rates = ratings.stream().anyMatch(RatedCase::anyPredicted);
        return new Recommendation(lists, rates ? ratings : List.of(), fitNanos / NANOS, listNanos / NANOS);
    }

    private static List<JudgedList> ask(
            Dataset data, Fold fold, Contender.Fitted fitted, int length, PrintedProgress progress) {
        List<JudgedList> lists = new ArrayList<>();
        float[] scores = new float[fold.train().itemCount()];
        boolean again = fold.repeatsInARow();
        for (Case question : fold.cases()) {
            fitted.score(question, scores);
            int[] best = best(scores, length, excluded(data, question, again));
            Truth truth = question.truth();
            lists.add(
                    truth.next() == Truth.ALL
                            ? JudgedList.of(best, truth.items())
                            : JudgedList.next(best, truth.items(), truth.next()));
            progress.step(lists.size(), fold.cases().size());
        }
        return lists;
    }

    /** What the person has; of a session its last item, where sessions don't go from an item to itself. */
    private static BitSet excluded(Dataset data, Case question, boolean again) {
        BitSet excluded = new BitSet();
        History known = question.known();
        for (int place = 0; place < known.size() && !data.seenAreCandidates(); place++) {
            excluded.set(known.item(place));
        }
        History sequence = question.sequence();
        if (question.ofSession() && !again) {
            excluded.set(sequence.item(sequence.size() - 1));
        }
        return excluded;
    }

    private static int[] best(float[] scores, int k, BitSet excluded) {
        return TopK.select(scores, k, excluded).stream()
                .mapToInt(ScoredItem::item)
                .toArray();
    }

    private static List<RatedCase> rate(Fold fold, Contender.Fitted fitted) {
        if (fold.ratings().isEmpty()) {
            return List.of();
        }
        RatedCase.Levels levels = RatedCase.Levels.of(fold.ratings().get());
        return fold.cases().stream()
                .filter(question -> question.truth().ratings().length > 0)
                .map(question -> {
                    int[] items = question.truth().items();
                    double[] predicted = new double[items.length];
                    boolean[] known = new boolean[items.length];
                    for (int n = 0; n < items.length; n++) {
                        OptionalDouble rating = fitted.rating(question.user(), items[n]);
                        known[n] = rating.isPresent();
                        predicted[n] = rating.orElse(levels.of(question.user()));
                    }
                    return new RatedCase(question.truth().ratings(), predicted, known);
                })
                .toList();
    }
}
