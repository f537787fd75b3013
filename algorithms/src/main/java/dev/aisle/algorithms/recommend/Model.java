package dev.aisle.algorithms.recommend;

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
}
