package dev.aisle.recommender.models.nearest;

import dev.aisle.algorithms.recommend.ScoredItem;
import java.util.List;

/** Finds the rows of a matrix with the greatest inner product. Immutable; for any number of threads. */
public interface VectorIndex {
    /**
     * The best rows, the best first, each with its inner product; ties by row number.
     *
     * @param query of {@link #dimension()} numbers
     * @param count at most so many
     */
    List<ScoredItem> top(float[] query, int count);

    /** How many rows there are. */
    int size();

    /** How many numbers a row has. */
    int dimension();

    /** "exact", "cells" or "graph". */
    String kind();

    /** Whether each question looks at all rows. */
    default boolean looksAtAll() {
        return "exact".equals(kind());
    }

    /** Share of the exact best 20 that this index finds, measured when it was built; 1 when it is exact. */
    double recall();

    /** Memory that the index takes beside the matrix. */
    long bytes();
}
