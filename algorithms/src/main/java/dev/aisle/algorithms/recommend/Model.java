package dev.aisle.algorithms.recommend;

import java.util.BitSet;
import java.util.List;

/** A fitted recommender. Immutable and safe for many threads; knows items, not people. */
public interface Model {
    /** Number of items, which are 0 … itemCount − 1. */
    int itemCount();

    /**
     * Scores every item for whoever has this history (fold-in).
     *
     * @param history what the person did; items beyond {@link #itemCount()} are passed over
     * @param into one score an item, length {@link #itemCount()}; overwritten. Higher is better; scores of two models can't be compared
     */
    void score(History history, float[] into);

    /**
     * The best items for whoever has this history.
     *
     * @param k how many at most, ≥ 0
     * @param excluded items that must not be chosen, such as those of the history
     * @return best first, of equal scores the lower index first; without items that have no score (NaN, −∞)
     */
    default List<ScoredItem> top(History history, int k, BitSet excluded) {
        float[] scores = new float[itemCount()];
        score(history, scores);
        return TopK.select(scores, k, excluded);
    }
}
