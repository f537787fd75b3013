package dev.aisle.recommender.serving.domain.rank;

import dev.aisle.algorithms.ranking.TreeEnsemble;
import dev.aisle.recommender.serving.domain.candidates.Candidate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts the best of the blend into the order that trees say; what the blend puts below, or nobody speaks for, stays below. The scores stay those of the blend, handed out anew
 * from the greatest to the least: the stages that follow multiply and compare them, which the trees' own numbers aren't made for. The source of a
 * candidate stays the one that the blend names.
 */
public final class TreeRanker implements Ranker {
    /** What stood deeper was never shown, so that the trees know nothing of it. */
    static final int DEPTH = 200;

    private static final Comparator<Candidate> BEST =
            Comparator.comparingDouble(Candidate::score).reversed();

    private final TreeEnsemble trees;
    private final Features features;

    /** A ranker of candidates that the blend has scored. */
    public TreeRanker(TreeEnsemble trees, Features features) {
        this.trees = trees;
        this.features = features;
    }

    private record Judged(Candidate candidate, float score) {}

    @Override
    public void rank(List<Candidate> candidates) {
        List<Candidate> best = candidates.stream()
                .filter(candidate -> candidate.score() > 0)
                .sorted(BEST)
                .limit(DEPTH)
                .toList();
        float[] scores = descending(best);
        List<float[]> rows = features.of(best);
        List<Judged> order = IntStream.range(0, scores.length)
                .mapToObj(place -> new Judged(best.get(place), trees.score(rows.get(place))))
                .sorted(Comparator.comparingDouble(Judged::score).reversed())
                .toList();
        for (int place = 0; place < scores.length; place++) {
            order.get(place).candidate().reordered(scores[place]);
        }
    }

    /** Their scores, those that are the same by a hair apart: or what follows would break the tie in another way. */
    private static float[] descending(List<Candidate> best) {
        float[] scores = new float[best.size()];
        float above = Float.POSITIVE_INFINITY;
        for (int place = 0; place < scores.length; place++) {
            above = Math.min(best.get(place).score(), Math.nextDown(above));
            scores[place] = above;
        }
        return scores;
    }
}
