package dev.aisle.algorithms.recommend;

/** A model that says something of few items only, so that a request needn't look at all of them. */
public interface SparseModel extends ExplainableModel {
    /** The scores of {@link #score} that aren't 0, up to rounding. */
    SparseScores sparseScores(History history);
}
