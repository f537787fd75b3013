package dev.aisle.algorithms.recommend;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What one person did: items and how much of each. Immutable. */
public final class History {
    private static final History EMPTY = new History(new int[0], new float[0]);

    private final int[] items;
    private final float[] weights;

    private History(int[] items, float[] weights) {
        this.items = items;
        this.weights = weights;
    }

    /** The history of someone who is new. */
    public static History empty() {
        return EMPTY;
    }

    /** A history in which every item counts one. */
    public static History of(int... items) {
        float[] weights = new float[items.length];
        Arrays.fill(weights, 1f);
        return of(items, weights);
    }

    /**
     * A history.
     *
     * @param items item indexes ≥ 0, in any order; an item may stand twice and then counts twice
     * @param weights one for each item, finite and &gt; 0
     * @throws IllegalArgumentException when lengths differ, or an index or a weight is out of its range
     */
    public static History of(int[] items, float[] weights) {
        if (items.length != weights.length) {
            throw new IllegalArgumentException(items.length + " items but " + weights.length + " weights");
        }
        for (int p = 0; p < items.length; p++) {
            if (items[p] < 0 || !(weights[p] > 0) || Float.isInfinite(weights[p])) {
                throw new IllegalArgumentException("place " + p + ": item " + items[p] + ", weight " + weights[p]);
            }
        }
        return new History(items.clone(), weights.clone());
    }

    /** A history of arrays that nobody else holds and that were checked before. */
    static History ofChecked(int[] items, float[] weights) {
        return new History(items, weights);
    }

    /** Number of places. */
    public int size() {
        return items.length;
    }

    /** The item at a place. */
    public int item(int place) {
        return items[place];
    }

    /** The weight at a place. */
    public float weight(int place) {
        return weights[place];
    }

    /** The same without the items that a model doesn't know. */
    public History known(int itemCount) {
        if (Arrays.stream(items).allMatch(item -> item < itemCount)) {
            return this;
        }
        int[] places = IntStream.range(0, items.length)
                .filter(p -> items[p] < itemCount)
                .toArray();
        float[] kept = new float[places.length];
        for (int p = 0; p < places.length; p++) {
            kept[p] = weights[places[p]];
        }
        return new History(Arrays.stream(places).map(p -> items[p]).toArray(), kept);
    }
}
