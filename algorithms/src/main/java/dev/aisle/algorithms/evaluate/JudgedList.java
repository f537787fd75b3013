package dev.aisle.algorithms.evaluate;

import java.util.Arrays;
import java.util.BitSet;

/** One person's ranked list beside what that person then took. Immutable. */
public final class JudgedList {
    private final int[] items;
    private final int[] truth;
    private final boolean[] hits;

    private JudgedList(int[] items, int[] truth, boolean[] hits) {
        this.items = items;
        this.truth = truth;
        this.hits = hits;
    }

    /**
     * Judges a list.
     *
     * @param items item indexes ≥ 0, best first, each at most once
     * @param truth item indexes that were right, in any order; an item that stands twice counts once
     * @throws IllegalArgumentException when an item stands twice in the list
     */
    public static JudgedList of(int[] items, int[] truth) {
        int[] right = Arrays.stream(truth).distinct().toArray();
        BitSet rightSet = new BitSet();
        Arrays.stream(right).forEach(rightSet::set);
        BitSet seen = new BitSet();
        boolean[] hits = new boolean[items.length];
        for (int rank = 0; rank < items.length; rank++) {
            if (seen.get(items[rank])) {
                throw new IllegalArgumentException("place " + (rank + 1) + ": the item stands in the list twice");
            }
            seen.set(items[rank]);
            hits[rank] = rightSet.get(items[rank]);
        }
        return new JudgedList(items.clone(), right, hits);
    }

    /** Number of items shown among the first k. */
    public int shown(int k) {
        return Math.min(k, items.length);
    }

    /** The item at a rank, counted from 0. */
    public int item(int rank) {
        return items[rank];
    }

    /** Whether the item at a rank, counted from 0, was right. */
    public boolean hit(int rank) {
        return hits[rank];
    }

    /** Number of right items among the first k. */
    public int hits(int k) {
        int count = 0;
        for (int rank = 0; rank < shown(k); rank++) {
            count += hits[rank] ? 1 : 0;
        }
        return count;
    }

    /** How many items there were to find. */
    public int relevant() {
        return truth.length;
    }

    /** An item there was to find, {@code 0 ≤ n < relevant}. */
    int truth(int n) {
        return truth[n];
    }
}
