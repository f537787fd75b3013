package dev.aisle.algorithms.evaluate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntPredicate;

/** One person's ranked list beside what that person then took, and what it was made from. Immutable. */
public final class JudgedList {
    private static final int ANY = -1;

    private final int[] items;
    private final int[] truth;
    private final boolean[] hits;
    private final int next;
    private final Optional<int[]> history;

    private JudgedList(int[] items, int[] truth, int next, Optional<int[]> history) {
        this.items = items;
        this.truth = truth;
        this.hits = hits(items, truth);
        this.next = next;
        this.history = history;
    }

    /**
     * Judges a list of which the history isn't known.
     *
     * @param items item indexes ≥ 0, best first, each at most once
     * @param truth item indexes that were right, in any order; an item that stands twice counts once
     * @throws IllegalArgumentException when an item stands twice in the list
     */
    public static JudgedList of(int[] items, int[] truth) {
        return judge(items, truth, ANY);
    }

    /**
     * Judges a list in a session that goes on: hit rate and reciprocal rank look for the next item alone, all other metrics for whatever comes.
     *
     * @param items item indexes ≥ 0, best first, each at most once
     * @param truth item indexes of the rest of the session
     * @param next the first of them
     * @throws IllegalArgumentException when an item stands twice in the list
     */
    public static JudgedList next(int[] items, int[] truth, int next) {
        return judge(items, truth, next);
    }

    private static JudgedList judge(int[] items, int[] truth, int next) {
        int[] right = Arrays.stream(truth).distinct().toArray();
        BitSet seen = new BitSet();
        for (int rank = 0; rank < items.length; rank++) {
            if (seen.get(items[rank])) {
                throw new IllegalArgumentException("place " + (rank + 1) + ": the item stands in the list twice");
            }
            seen.set(items[rank]);
        }
        return new JudgedList(items.clone(), right, next, Optional.empty());
    }

    private static boolean[] hits(int[] items, int[] truth) {
        BitSet right = new BitSet();
        Arrays.stream(truth).forEach(right::set);
        boolean[] hits = new boolean[items.length];
        for (int rank = 0; rank < items.length; rank++) {
            hits[rank] = right.get(items[rank]);
        }
        return hits;
    }

    /** The same, made from these items, in any order; an item that stands twice counts once. */
    public JudgedList from(int[] known) {
        return new JudgedList(
                items, truth, next, Optional.of(Arrays.stream(known).distinct().toArray()));
    }

    /** The same list, when only some of what there was to find is asked for. */
    public JudgedList seeking(IntPredicate asked) {
        return new JudgedList(items, Arrays.stream(truth).filter(asked).toArray(), next, history);
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

    /** The rank, counted from 0, of the first item that hit rate and reciprocal rank count; −1 when it isn't among the first k. */
    int firstHit(int k) {
        for (int rank = 0; rank < shown(k); rank++) {
            if (next == ANY ? hits[rank] : items[rank] == next) {
                return rank;
            }
        }
        return -1;
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

    /** Whether it is known what the list was made from. */
    boolean historyKnown() {
        return history.isPresent();
    }

    /** Number of different items that the list was made from; 0 when they aren't known. */
    int historySize() {
        return history.map(known -> known.length).orElse(0);
    }

    /** An item that the list was made from, {@code 0 ≤ n < historySize}. */
    int history(int n) {
        return history.orElseThrow()[n];
    }
}
