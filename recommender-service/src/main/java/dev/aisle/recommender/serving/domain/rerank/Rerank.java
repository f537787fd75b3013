package dev.aisle.recommender.serving.domain.rerank;

import dev.aisle.algorithms.recommend.BestKeys;
import dev.aisle.recommender.serving.domain.ModelView;
import dev.aisle.recommender.serving.domain.Reranking;
import dev.aisle.recommender.serving.domain.candidates.Candidate;
import dev.aisle.recommender.serving.domain.candidates.Interests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** From ranked candidates to the list: adjust scores, then order anew, stage after stage, then let chance have its share. */
public final class Rerank {
    /** How many of the best are put into another order, at least, and by the size of the list. */
    private static final int LOOKED_AT = 120;

    private static final int TIMES_SIZE = 4;

    private final Situation situation;
    private final Interests interests;

    /** A re-ranking of one list. */
    public Rerank(Situation situation, Interests interests) {
        this.situation = situation;
        this.interests = interests;
    }

    /** The list, at most as long as asked. */
    public List<Shown> list(List<Candidate> candidates) {
        List<Candidate> ranked = adjusted(candidates);
        // What nobody speaks for only fills up: it must not come forward for being different.
        int scored =
                (int) ranked.stream().filter(candidate -> candidate.score() > 0).count();
        int looked = Math.min(scored, Math.max(LOOKED_AT, TIMES_SIZE * situation.size()));
        List<Candidate> order = new ArrayList<>(ranked.subList(0, looked));
        float[] relevance = relevance(order);
        for (Stage stage : stages()) {
            List<Candidate> before = order;
            order = new ArrayList<>(looked);
            for (int place : stage.order(before, relevance)) {
                order.add(before.get(place));
            }
        }
        order.addAll(ranked.subList(looked, ranked.size()));
        Reranking.Fairness fairness = situation.reranking().fairness();
        return new Explore(fairness.explorationShare(), situation.size(), situation.seed(), situation.now())
                .list(order);
    }

    private List<Candidate> adjusted(List<Candidate> candidates) {
        List<Adjustment> adjustments = new ArrayList<>();
        ModelView view = situation.question().shop().model();
        ToIntFunction<String> indexOf = view == null ? id -> -1 : view.model()::indexOf;
        adjustments.add(new SeenBefore(situation.question().audience().history(), indexOf, situation.now()));
        if (view != null && situation.reranking().trend() > 0) {
            adjustments.add(new RecentRise(
                    situation.reranking().trend(), situation.question().shop().recent(), view));
        }
        for (Candidate candidate : candidates) {
            adjustments.forEach(adjustment -> candidate.times(adjustment.factor(candidate)));
        }
        return bestFirst(candidates);
    }

    /** By score; numbers are sooner sorted than candidates, and only equal scores need a second look. */
    private static List<Candidate> bestFirst(List<Candidate> candidates) {
        long[] keys = new long[candidates.size()];
        for (int place = 0; place < keys.length; place++) {
            keys[place] = BestKeys.key(place, candidates.get(place).score());
        }
        Arrays.sort(keys);
        List<Candidate> ranked = new ArrayList<>(keys.length);
        for (int place = keys.length - 1; place >= 0; place--) {
            ranked.add(candidates.get(BestKeys.index(keys[place])));
        }
        for (int from = 0, to; from < keys.length; from = to) {
            to = from + 1;
            while (to < keys.length
                    && ranked.get(to).score() == ranked.get(from).score()) {
                to++;
            }
            if (to - from > 1) {
                ranked.subList(from, to).sort(Rerank::bestFirst);
            }
        }
        return ranked;
    }

    /** Ties as a dense blend would break them: by the number in the model, which follows the ids. */
    private static int bestFirst(Candidate one, Candidate other) {
        int byScore = Float.compare(other.score(), one.score());
        if (byScore != 0) {
            return byScore;
        }
        int known = Boolean.compare(other.known(), one.known());
        return known != 0 ? known : Integer.compare(Math.max(0, one.item()), Math.max(0, other.item()));
    }

    private static float[] relevance(List<Candidate> order) {
        float[] relevance = new float[order.size()];
        float best = order.isEmpty() ? 0 : order.getFirst().score();
        for (int place = 0; best > 0 && place < relevance.length; place++) {
            relevance[place] = order.get(place).score() / best;
        }
        return relevance;
    }

    private List<Stage> stages() {
        Reranking reranking = situation.reranking();
        int size = situation.size();
        List<Stage> stages = new ArrayList<>();
        if (reranking.diversity().share() > 0) {
            stages.add(new Diversify(reranking.diversity(), size));
        }
        if (reranking.fairness().calibration() > 0 && !interests.isEmpty()) {
            stages.add(new AfterTaste(reranking.fairness().calibration(), interests, size));
        }
        stages.add(new Bounds(
                reranking.caps(),
                reranking.fairness().longTailShare(),
                situation.question().shop().model(),
                size));
        return stages;
    }
}
