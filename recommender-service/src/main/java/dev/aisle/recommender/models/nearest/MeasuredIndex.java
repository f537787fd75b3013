package dev.aisle.recommender.models.nearest;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.nearest.NearestRows;
import dev.aisle.algorithms.recommend.ScoredItem;
import java.util.List;

/**
 * An index with what was measured of it.
 *
 * @param rows finds
 * @param size of the matrix
 * @param dimension of the matrix
 * @param kind "exact", "cells" or "graph"
 * @param recall share of the exact best 20 that it finds
 */
record MeasuredIndex(NearestRows rows, int size, int dimension, String kind, double recall) implements VectorIndex {
    static MeasuredIndex of(NearestRows rows, FloatRows matrix, String kind, double recall) {
        return new MeasuredIndex(rows, matrix.rows(), matrix.width(), kind, recall);
    }

    @Override
    public List<ScoredItem> top(float[] query, int count) {
        if (query.length != dimension) {
            throw new IllegalArgumentException(query.length + " numbers asked of rows of " + dimension);
        }
        return rows.top(query, Math.min(count, size));
    }

    @Override
    public long bytes() {
        return rows.bytes();
    }
}
