package dev.aisle.recommender.models.nearest;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.kernels.Kernels;
import org.apache.lucene.util.hnsw.RandomVectorScorerSupplier;
import org.apache.lucene.util.hnsw.UpdateableRandomVectorScorer;

/**
 * Likeness of rows to each other for building a graph for greatest inner products: rows become points {@code (x, √(M² − |x|²)) / M} of the
 * unit sphere, M the length of the longest, since a graph needs a likeness in which each row is its own best match.
 *
 * @see <a href="https://doi.org/10.1145/2645710.2645741">Bachrach et al. 2014, 4.1</a>
 */
final class SphereScorers implements RandomVectorScorerSupplier {
    private final Kernels kernels = Kernels.best();
    private final FloatRows rows;
    private final float[] rests;
    private final float factor;

    SphereScorers(FloatRows rows) {
        this.rows = rows;
        float[] squares = new float[rows.rows()];
        float most = Float.MIN_NORMAL;
        for (int row = 0; row < squares.length; row++) {
            squares[row] = product(row, row);
            most = Math.max(most, squares[row]);
        }
        for (int row = 0; row < squares.length; row++) {
            squares[row] = (float) Math.sqrt(Math.max(0, 1 - squares[row] / most));
        }
        this.rests = squares;
        this.factor = 1 / most;
    }

    private float product(int a, int b) {
        return kernels.dot(rows.values(), a * rows.stride(), rows.values(), b * rows.stride(), rows.width());
    }

    @Override
    public UpdateableRandomVectorScorer scorer() {
        return new UpdateableRandomVectorScorer() {
            private int from;

            @Override
            public void setScoringOrdinal(int row) {
                from = row;
            }

            // 0 to 1, as Lucene wants its likenesses.
            @Override
            public float score(int row) {
                return (1 + factor * product(from, row) + rests[from] * rests[row]) / 2;
            }

            @Override
            public int maxOrd() {
                return rests.length;
            }
        };
    }

    @Override
    public RandomVectorScorerSupplier copy() {
        return this;
    }
}
