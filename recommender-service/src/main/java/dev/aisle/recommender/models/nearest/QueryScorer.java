package dev.aisle.recommender.models.nearest;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.kernels.Kernels;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.hnsw.RandomVectorScorer;

/** Inner products of a question with rows, in Lucene's form without negative numbers. */
record QueryScorer(FloatRows rows, float[] query, Kernels kernels) implements RandomVectorScorer {
    QueryScorer(FloatRows rows, float[] query) {
        this(rows, query, Kernels.best());
    }

    @Override
    public float score(int row) {
        return VectorUtil.scaleMaxInnerProductScore(
                kernels.dot(rows.values(), row * rows.stride(), query, 0, rows.width()));
    }

    @Override
    public int maxOrd() {
        return rows.rows();
    }
}
