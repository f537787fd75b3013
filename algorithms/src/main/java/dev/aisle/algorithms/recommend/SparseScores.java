package dev.aisle.algorithms.recommend;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Scores of few among many items: an open hash of 12 to 24 bytes a scored item. Of one request; not for several threads.
 */
public final class SparseScores {
    private static final int FREE = -1;
    private static final int SPREAD = 0x9E3779B9;

    private final int[] items;
    private final float[] scores;
    private final int shift;
    private final int most;
    private int size;

    /** @param most how many items will get a score at most */
    public SparseScores(int most) {
        int slots = Integer.highestOneBit(Math.max(4, most)) << 2;
        this.items = new int[slots];
        this.scores = new float[slots];
        this.shift = Integer.numberOfLeadingZeros(slots) + 1;
        this.most = most;
        Arrays.fill(items, FREE);
    }

    /**
     * Adds to the score of an item.
     *
     * @throws IllegalStateException when more items get a score than were announced
     */
    public void add(int item, float addend) {
        int slot = slot(item);
        if (items[slot] == FREE) {
            if (size == most) {
                throw new IllegalStateException("more than " + most + " items");
            }
            items[slot] = item;
            size++;
        }
        scores[slot] += addend;
    }

    /** The score of an item; 0 when it has none. */
    public float of(int item) {
        int slot = slot(item);
        return items[slot] == FREE ? 0 : scores[slot];
    }

    /** How many items have a score. */
    public int size() {
        return size;
    }

    /** The greatest score; 0 when there is none above. */
    public float greatest() {
        float greatest = 0;
        for (float score : scores) {
            greatest = Math.max(greatest, score);
        }
        return greatest;
    }

    /**
     * The best items with a score above 0, by score, of equal ones the lower index first.
     *
     * @param k how many at most
     * @param eligible asked only of those that would be among the best
     */
    public List<ScoredItem> best(int k, IntPredicate eligible) {
        BestKeys best = new BestKeys(Math.min(k, size));
        for (int slot = 0; slot < items.length && k > 0; slot++) {
            if (items[slot] != FREE && scores[slot] > 0) {
                long key = BestKeys.key(items[slot], scores[slot]);
                if ((!best.full() || key > best.worst()) && eligible.test(items[slot])) {
                    best.offer(key);
                }
            }
        }
        return Arrays.stream(best.bestFirst())
                .mapToObj(key -> new ScoredItem(BestKeys.index(key), BestKeys.score(key)))
                .toList();
    }

    /** Quotients, item by item; 0 where the other has none. */
    SparseScores dividedBy(SparseScores other) {
        for (int slot = 0; slot < items.length; slot++) {
            float by = items[slot] == FREE ? 0 : other.of(items[slot]);
            scores[slot] = by == 0 ? 0 : scores[slot] / by;
        }
        return this;
    }

    private int slot(int item) {
        int slot = (item * SPREAD) >>> shift;
        while (items[slot] != FREE && items[slot] != item) {
            slot = (slot + 1) & (items.length - 1);
        }
        return slot;
    }
}
