package dev.aisle.algorithms.recommend;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Selects the best of many scores. */
public final class TopK {
    private TopK() {}

    /**
     * The k best items: by score, and of equal scores the lower index first. Items without a score (NaN, −∞) are never chosen.
     *
     * @param scores one an item
     * @param k how many at most, ≥ 0
     * @param excluded items that must not be chosen
     * @return best first; fewer than k when there aren't as many
     */
    public static List<ScoredItem> select(float[] scores, int k, BitSet excluded) {
        BestKeys best = new BestKeys(Math.min(k, scores.length));
        float threshold = Float.NEGATIVE_INFINITY;
        for (int item = 0; item < scores.length && k > 0; item++) {
            // This test spares nearly all items the heap. An item that only equals the worst kept one loses, since it
            // comes later.
            if (scores[item] > threshold && !excluded.get(item)) {
                best.offer(BestKeys.key(item, scores[item]));
                threshold = best.full() ? BestKeys.score(best.worst()) : Float.NEGATIVE_INFINITY;
            }
        }
        return Arrays.stream(best.bestFirst())
                .mapToObj(key -> new ScoredItem(BestKeys.index(key), BestKeys.score(key)))
                .toList();
    }
}
