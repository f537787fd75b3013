package dev.aisle.algorithms.ranking;

import java.util.Arrays;

/**
 * A list as somebody was shown it: what a ranker learns from.
 *
 * @param shownAt milliseconds since 1970
 * @param features one row an item, all of the same length; NaN where a value isn't known
 * @param positions where each item stood on the page, from 1
 * @param gains what followed: 0 nothing, 1 a click, more for more, ≥ 0
 */
@SuppressWarnings("ArrayRecordComponent") // many, passed on once and never written
public record ShownList(long shownAt, float[][] features, int[] positions, float[] gains) {
    public ShownList {
        int items = features.length;
        if (positions.length != items || gains.length != items) {
            throw new IllegalArgumentException(
                    items + " rows of features, " + positions.length + " positions, " + gains.length + " gains");
        }
        if (Arrays.stream(features).mapToInt(row -> row.length).distinct().count() > 1) {
            throw new IllegalArgumentException("rows of features of several lengths");
        }
        if (Arrays.stream(positions).anyMatch(position -> position < 1)) {
            throw new IllegalArgumentException("positions " + Arrays.toString(positions) + ", expected them from 1");
        }
    }

    /** Whether anything followed. */
    public boolean hasGain() {
        for (float gain : gains) {
            if (gain > 0) {
                return true;
            }
        }
        return false;
    }

    /** How many items it has. */
    public int size() {
        return features.length;
    }
}
