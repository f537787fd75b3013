package dev.aisle.algorithms.rerank;

/** How alike two candidates are. */
@FunctionalInterface
public interface Similarity {
    /** From 0 to 1; 1 of a candidate to itself; the same in both directions. For {@link GreedyDpp} also positive semi-definite, as cosines are. */
    double of(int a, int b);
}
