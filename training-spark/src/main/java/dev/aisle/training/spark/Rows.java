package dev.aisle.training.spark;

import dev.aisle.algorithms.recommend.Interactions;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Some rows of a matrix on their way to another machine.
 *
 * @param part where they come from: a greater number has later rows
 * @param offsets where each row begins, and where the last one ends
 * @param columns of each number
 * @param weights one for each number; none at all stands for ones
 */
@SuppressWarnings("ArrayRecordComponent") // travels between machines
record Rows(int part, int[] offsets, int[] columns, float[] weights) implements Serializable {
    /** Those of several parts, put together one part below the other. */
    static Interactions below(int columnCount, Iterable<Rows> parts) {
        List<Rows> sorted = inOrder(parts);
        int[] offsets = new int[sorted.stream().mapToInt(Rows::count).sum() + 1];
        int[] columns =
                new int[sorted.stream().mapToInt(part -> part.columns.length).reduce(0, Math::addExact)];
        int row = 0;
        int at = 0;
        for (Rows part : sorted) {
            System.arraycopy(part.columns, 0, columns, at, part.columns.length);
            for (int end : Arrays.copyOfRange(part.offsets, 1, part.offsets.length)) {
                offsets[++row] = at + end;
            }
            at += part.columns.length;
        }
        float[] ones = new float[columns.length];
        Arrays.fill(ones, 1);
        return Interactions.ofRows(columnCount, offsets, columns, ones);
    }

    /** The same rows of several parts, put together one part right of the other. */
    static Interactions beside(int columnCount, int rows, Iterable<Rows> parts) {
        List<Rows> sorted = inOrder(parts);
        int size = sorted.stream().mapToInt(part -> part.columns.length).reduce(0, Math::addExact);
        int[] offsets = new int[rows + 1];
        int[] columns = new int[size];
        float[] weights = new float[size];
        int at = 0;
        for (int row = 0; row < rows; row++) {
            for (Rows part : sorted) {
                int count = part.offsets[row + 1] - part.offsets[row];
                System.arraycopy(part.columns, part.offsets[row], columns, at, count);
                System.arraycopy(part.weights, part.offsets[row], weights, at, count);
                at += count;
            }
            offsets[row + 1] = at;
        }
        return Interactions.ofRows(columnCount, offsets, columns, weights);
    }

    private int count() {
        return offsets.length - 1;
    }

    private static List<Rows> inOrder(Iterable<Rows> parts) {
        List<Rows> sorted = new ArrayList<>();
        parts.forEach(sorted::add);
        sorted.sort(Comparator.comparingInt(Rows::part));
        return sorted;
    }
}
