package dev.aisle.algorithms.deep;

import dev.aisle.algorithms.recommend.StoredLists;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects rows of features one after the other. */
final class FeatureRows {
    private final int[] offsets;
    private int[] indexes = new int[16];
    private float[] values = new float[16];
    private int size;
    private int rows;

    FeatureRows(int items) {
        this.offsets = new int[items + 1];
    }

    void add(int column, float value) {
        if (size == indexes.length) {
            indexes = Arrays.copyOf(indexes, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        indexes[size] = column;
        values[size++] = value;
    }

    /** Ends a row, whose numbers become a vector of length one; a row of zeros stays one. */
    void end() {
        double squares = 0;
        for (int n = offsets[rows]; n < size; n++) {
            squares += (double) values[n] * values[n];
        }
        float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 1;
        for (int n = offsets[rows]; n < size; n++) {
            values[n] *= scale;
        }
        offsets[++rows] = size;
    }

    ItemFeatures build(int columns, @Nullable FeatureTerms terms) {
        StoredLists lists = new StoredLists(offsets, Arrays.copyOf(indexes, size));
        return new ItemFeatures(columns, lists, Arrays.copyOf(values, size), terms);
    }
}
