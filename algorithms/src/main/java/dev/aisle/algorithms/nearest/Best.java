package dev.aisle.algorithms.nearest;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.kernels.Kernels;
import dev.aisle.algorithms.recommend.BestKeys;
import dev.aisle.algorithms.recommend.ScoredItem;
import java.util.ArrayList;
import java.util.List;

/** The best of rows whose scores are known roughly; in the end the true scores decide. Of one request. */
final class Best {
    private final BestKeys keys;
    private float threshold = Float.NEGATIVE_INFINITY;

    Best(int most) {
        this.keys = new BestKeys(most);
    }

    /** The test before the heap spares nearly all rows the heap. */
    void offer(int row, float roughly) {
        if (roughly >= threshold) {
            keys.offer(BestKeys.key(row, roughly));
            threshold = keys.full() ? BestKeys.score(keys.worst()) : Float.NEGATIVE_INFINITY;
        }
    }

    /** The best by their true inner products. */
    List<ScoredItem> rescored(FloatRows rows, float[] query, int count) {
        Kernels kernels = Kernels.best();
        BestKeys best = new BestKeys(count);
        for (long key : keys.bestFirst()) {
            int row = BestKeys.index(key);
            float score = kernels.dot(rows.values(), row * rows.stride(), query, 0, rows.width());
            best.offer(BestKeys.key(row, score));
        }
        List<ScoredItem> found = new ArrayList<>();
        for (long key : best.bestFirst()) {
            found.add(new ScoredItem(BestKeys.index(key), BestKeys.score(key)));
        }
        return found;
    }
}
