package dev.aisle.algorithms.content;

import java.util.Arrays;

/** Numbers as levels, such as price bands: each level holds as many items, as far as equal numbers allow. */
public final class Levels {
    /** The level of an item without a number. */
    public static final int NONE = -1;

    private Levels() {}

    /**
     * The levels.
     *
     * @param values one an item; NaN where it isn't known
     * @param count of levels, ≥ 1
     * @return one an item: 0 for the lowest numbers … count − 1, or {@link #NONE}; equal numbers have the same
     */
    public static int[] of(double[] values, int count) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return Arrays.stream(values)
                .mapToInt(value ->
                        Double.isNaN(value) ? NONE : (int) ((long) count * below(value, sorted) / sorted.length))
                .toArray();
    }

    /** How many are smaller. */
    private static int below(double value, double[] sorted) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
