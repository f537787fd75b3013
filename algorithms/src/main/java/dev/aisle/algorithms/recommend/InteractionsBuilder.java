package dev.aisle.algorithms.recommend;

import java.util.Arrays;

/** Collects interactions in any order; the weights of a pair that comes more than once are added up, in the order of coming. */
public final class InteractionsBuilder {
    private final int userCount;
    private final int itemCount;
    private long[] pairs = new long[1024];
    private float[] weights = new float[1024];
    private long[] times = {};
    private int size;
    private int timed;

    InteractionsBuilder(int userCount, int itemCount) {
        if (userCount < 0 || itemCount < 0) {
            throw new IllegalArgumentException(userCount + " users and " + itemCount + " items: expected ≥ 0");
        }
        this.userCount = userCount;
        this.itemCount = itemCount;
    }

    /**
     * Adds an interaction of which it is known when it happened; of equal pairs the latest moment stays. The matrix knows times only when all of
     * its interactions have one.
     *
     * @param weight how much, finite and &gt; 0
     * @param millis since 1970
     * @throws IllegalArgumentException when a number is out of its range
     */
    public InteractionsBuilder add(int user, int item, float weight, long millis) {
        add(user, item, weight);
        if (times.length < pairs.length) {
            times = Arrays.copyOf(times, pairs.length);
        }
        times[size - 1] = millis;
        timed++;
        return this;
    }

    /**
     * Adds an interaction.
     *
     * @param weight how much, finite and &gt; 0
     * @throws IllegalArgumentException when a number is out of its range
     */
    public InteractionsBuilder add(int user, int item, float weight) {
        if (user < 0 || user >= userCount || item < 0 || item >= itemCount) {
            throw new IllegalArgumentException(
                    "user " + user + " of " + userCount + ", item " + item + " of " + itemCount);
        }
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * size);
            weights = Arrays.copyOf(weights, 2 * size);
        }
        pairs[size] = (long) user << 32 | item;
        weights[size] = checked(weight);
        size++;
        return this;
    }

    static float checked(float weight) {
        if (!(weight > 0) || Float.isInfinite(weight)) {
            throw new IllegalArgumentException("weight " + weight + ": expected finite and > 0");
        }
        return weight;
    }

    /** Builds the matrix. */
    public Interactions build() {
        int[] offsets = new int[userCount + 1];
        for (int p = 0; p < size; p++) {
            offsets[user(p) + 1]++;
        }
        Arrays.parallelPrefix(offsets, Integer::sum);
        // Two transpositions sort every row by item, and keep equal pairs in the order of coming.
        Interactions unsorted = scattered(offsets);
        return merged(unsorted.transposed().transposed());
    }

    private int user(int p) {
        return (int) (pairs[p] >>> 32);
    }

    private Interactions scattered(int[] offsets) {
        int[] next = Arrays.copyOf(offsets, userCount);
        int[] items = new int[size];
        float[] values = new float[size];
        long[] moments = new long[timed == size ? size : 0];
        for (int p = 0; p < size; p++) {
            int to = next[user(p)]++;
            items[to] = (int) pairs[p];
            values[to] = weights[p];
            if (moments.length > 0) {
                moments[to] = times[p];
            }
        }
        return new Interactions(itemCount, offsets, items, values, moments);
    }

    private Interactions merged(Interactions sorted) {
        int[] offsets = new int[userCount + 1];
        int[] items = new int[size];
        float[] values = new float[size];
        long[] moments = new long[timed == size ? size : 0];
        int end = 0;
        for (int user = 0; user < userCount; user++) {
            for (int p = sorted.start(user); p < sorted.start(user + 1); p++) {
                boolean again = end > offsets[user] && items[end - 1] == sorted.item(p);
                int to = again ? end - 1 : end;
                items[to] = sorted.item(p);
                values[to] = sorted.weight(p) + (again ? values[to] : 0);
                if (moments.length > 0) {
                    moments[to] = again ? Math.max(moments[to], sorted.millis(p)) : sorted.millis(p);
                }
                end = to + 1;
            }
            offsets[user + 1] = end;
        }
        return new Interactions(
                itemCount,
                offsets,
                Arrays.copyOf(items, end),
                Arrays.copyOf(values, end),
                Arrays.copyOf(moments, Math.min(end, moments.length)));
    }
}
