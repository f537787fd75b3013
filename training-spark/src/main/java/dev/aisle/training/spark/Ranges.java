package dev.aisle.training.spark;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Items cut into ranges of about the same work.
 *
 * @param starts the first item of each range, and at the end the number of items
 */
@SuppressWarnings("ArrayRecordComponent") // travels between machines
record Ranges(int[] starts) implements Serializable {
    /**
     * Cuts them.
     *
     * @param work of each item, ≥ 0
     * @param most how many ranges at most, ≥ 1
     */
    static Ranges of(double[] work, int most) {
        // A little for an item without any, or a tail of those would be one range.
        double each = Math.max(1e-9, Arrays.stream(work).sum() / Math.max(1, work.length) / 100);
        double whole = Arrays.stream(work).sum() + each * work.length;
        int[] starts = new int[Math.min(most, Math.max(1, work.length)) + 1];
        int count = 0;
        double done = 0;
        for (int item = 0; item < work.length; item++) {
            if (count < starts.length - 1 && done >= whole * count / (starts.length - 1)) {
                starts[count++] = item;
            }
            done += work[item] + each;
        }
        starts[Math.max(1, count)] = work.length;
        return new Ranges(Arrays.copyOf(starts, Math.max(1, count) + 1));
    }

    int count() {
        return starts.length - 1;
    }

    int first(int range) {
        return starts[range];
    }

    /** How many items are in it. */
    int size(int range) {
        return starts[range + 1] - starts[range];
    }
}
