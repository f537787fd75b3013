package dev.aisle.algorithms.recommend;

import dev.aisle.algorithms.artefact.Fingerprint;
import java.io.Serializable;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Who did how much with which item: a sparse matrix of users × items, stored by rows. Immutable; within a row the items ascend and are
 * distinct.
 */
public final class Interactions implements Serializable {
    private static final long[] NO_TIMES = {};

    private final int columns;
    private final int[] offsets;
    private final int[] indexes;
    private final float[] weights;
    private final long[] times;

    Interactions(int columns, int[] offsets, int[] indexes, float[] weights) {
        this(columns, offsets, indexes, weights, NO_TIMES);
    }

    /** @param times one a place, or none at all */
    Interactions(int columns, int[] offsets, int[] indexes, float[] weights, long[] times) {
        this.columns = columns;
        this.offsets = offsets;
        this.indexes = indexes;
        this.weights = weights;
        this.times = times;
    }

    /**
     * Collects single interactions.
     *
     * @param userCount users are 0 … userCount − 1
     * @param itemCount items are 0 … itemCount − 1
     */
    public static InteractionsBuilder collect(int userCount, int itemCount) {
        return new InteractionsBuilder(userCount, itemCount);
    }

    /**
     * Rows that are in order already. The arrays are not copied.
     *
     * @param columns items are 0 … columns − 1
     * @param offsets where each row begins, and where the last one ends
     * @param indexes the items, ascending and distinct within a row
     * @param weights one for each, finite and &gt; 0
     * @throws IllegalArgumentException when they don't fit each other, or a row isn't in order
     */
    public static Interactions ofRows(int columns, int[] offsets, int[] indexes, float[] weights) {
        if (indexes.length != weights.length || offsets[0] != 0 || offsets[offsets.length - 1] != indexes.length) {
            throw new IllegalArgumentException("the arrays of rows don't fit each other");
        }
        for (int row = 0; row + 1 < offsets.length; row++) {
            for (int p = offsets[row]; p < offsets[row + 1]; p++) {
                int least = p == offsets[row] ? 0 : indexes[p - 1] + 1;
                if (indexes[p] < least || indexes[p] >= columns) {
                    throw new IllegalArgumentException("row " + row + ": expected items from 0 to " + (columns - 1)
                            + " that ascend, was " + indexes[p]);
                }
                InteractionsBuilder.checked(weights[p]);
            }
        }
        return new Interactions(columns, offsets, indexes, weights);
    }

    /** Number of users. */
    public int userCount() {
        return offsets.length - 1;
    }

    /** Number of items. */
    public int itemCount() {
        return columns;
    }

    /** Number of pairs of a user and an item that have something to do with each other. */
    public int size() {
        return indexes.length;
    }

    /** First place of a user's row; the row ends before {@code start(user + 1)}. */
    public int start(int user) {
        return offsets[user];
    }

    /** The item at a place. */
    public int item(int place) {
        return indexes[place];
    }

    /** The weight at a place. */
    public float weight(int place) {
        return weights[place];
    }

    /** Whether it is known when the pairs came about. */
    public boolean timesKnown() {
        return times.length == indexes.length;
    }

    /** When the pair at a place came last, in milliseconds since 1970; only when times are known. */
    public long millis(int place) {
        return times[place];
    }

    /** How many items a user has. */
    public int countOf(int user) {
        return offsets[user + 1] - offsets[user];
    }

    /** A user's row as a history. */
    public History history(int user) {
        return History.ofChecked(
                Arrays.copyOfRange(indexes, offsets[user], offsets[user + 1]),
                Arrays.copyOfRange(weights, offsets[user], offsets[user + 1]));
    }

    /** The same from the items' side: rows are items, columns are users. */
    public Interactions transposed() {
        int[] starts = new int[columns + 1];
        for (int item : indexes) {
            starts[item + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = Arrays.copyOf(starts, columns);
        int[] users = new int[indexes.length];
        float[] values = new float[indexes.length];
        long[] moments = new long[times.length];
        for (int user = 0; user < userCount(); user++) {
            for (int p = offsets[user]; p < offsets[user + 1]; p++) {
                int to = next[indexes[p]]++;
                users[to] = user;
                values[to] = weights[p];
                if (moments.length > 0) {
                    moments[to] = times[p];
                }
            }
        }
        return new Interactions(userCount(), starts, users, values, moments);
    }

    /**
     * The same pairs with other weights, such as {@code w -> 1 + Math.log(w)} for counts of purchases.
     *
     * @throws IllegalArgumentException when a new weight isn't finite and &gt; 0
     */
    public Interactions mapWeights(DoubleUnaryOperator f) {
        float[] mapped = new float[weights.length];
        for (int p = 0; p < mapped.length; p++) {
            mapped[p] = InteractionsBuilder.checked((float) f.applyAsDouble(weights[p]));
        }
        return new Interactions(columns, offsets, indexes, mapped, times);
    }

    /** The same pairs, where place p weighs {@code mapped[p]}. */
    public Interactions withWeights(float[] mapped) {
        return new Interactions(columns, offsets, indexes, mapped, times);
    }

    /** How many users each item has. */
    public int[] usersPerItem() {
        int[] counts = new int[columns];
        for (int item : indexes) {
            counts[item]++;
        }
        return counts;
    }

    /** Sum of all weights. */
    public double totalWeight() {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        return sum;
    }

    /** What an artefact says about the data that it was trained on: 64 hexadecimal digits. */
    public String fingerprint() {
        return new Fingerprint()
                .add(columns)
                .add(offsets)
                .add(indexes)
                .add(weights)
                .hex();
    }

    int[] offsets() {
        return offsets;
    }

    int[] indexes() {
        return indexes;
    }

    float[] weights() {
        return weights;
    }
}
