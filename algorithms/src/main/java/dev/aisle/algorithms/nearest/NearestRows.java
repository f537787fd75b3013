package dev.aisle.algorithms.nearest;

import dev.aisle.algorithms.recommend.ScoredItem;
import java.util.List;

/** Finds the rows of a matrix with the greatest inner product. Immutable; for any number of threads. */
public interface NearestRows {
    /**
     * The best rows, the best first, each with its inner product in float32; ties by row number.
     *
     * @param query of the rows' width, finite
     * @param count at most so many, ≥ 0
     */
    List<ScoredItem> top(float[] query, int count);

    /** Memory beside the matrix itself. */
    long bytes();
}
