package dev.aisle.algorithms.nearest;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.kernels.Kernels;
import dev.aisle.algorithms.recommend.ScoredItem;
import dev.aisle.algorithms.recommend.TopK;
import java.util.BitSet;
import java.util.List;

/** Looks at all rows: exact, at the price of reading the whole matrix. */
public final class AllRows implements NearestRows {
    private static final BitSet NOBODY = new BitSet();

    private final Kernels kernels = Kernels.best();
    private final FloatRows rows;

    /** Over a matrix that isn't copied. */
    public AllRows(FloatRows rows) {
        this.rows = rows;
    }

    @Override
    public List<ScoredItem> top(float[] query, int count) {
        float[] scores = new float[rows.rows()];
        kernels.dots(rows, 0, scores.length, query, scores);
        return TopK.select(scores, count, NOBODY);
    }

    @Override
    public long bytes() {
        return 0;
    }
}
