package dev.aisle.algorithms.recommend;

import java.util.Arrays;

/** Collects the best of each row, from any thread, each row once. */
final class SparseRows {
    private final int rows;
    private final int width;
    private final int columns;
    private final int[] sizes;
    private final int[] indexes;
    private final float[] values;

    SparseRows(int rows, int width) {
        this(rows, width, rows);
    }

    SparseRows(int rows, int width, int columns) {
        this.rows = rows;
        this.width = width;
        this.columns = columns;
        this.sizes = new int[rows];
        this.indexes = new int[Math.multiplyExact(rows, width)];
        this.values = new float[indexes.length];
    }

    int width() {
        return width;
    }

    /** Keeps a row, whose columns come to stand in ascending order. */
    void keep(int row, long[] best) {
        sizes[row] = best.length;
        int[] order = new int[best.length];
        for (int n = 0; n < best.length; n++) {
            order[n] = BestKeys.index(best[n]);
        }
        Arrays.sort(order);
        for (int n = 0; n < best.length; n++) {
            int place = Arrays.binarySearch(order, BestKeys.index(best[n]));
            indexes[row * width + place] = BestKeys.index(best[n]);
            values[row * width + place] = BestKeys.score(best[n]);
        }
    }

    /** The matrix of all rows. */
    Interactions matrix(boolean normalised) {
        int[] offsets = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            if (normalised) {
                divide(row);
            }
            System.arraycopy(indexes, row * width, indexes, offsets[row], sizes[row]);
            System.arraycopy(values, row * width, values, offsets[row], sizes[row]);
            offsets[row + 1] = offsets[row] + sizes[row];
        }
        return new Interactions(
                columns, offsets, Arrays.copyOf(indexes, offsets[rows]), Arrays.copyOf(values, offsets[rows]));
    }

    private void divide(int row) {
        double sum = 0;
        for (int p = row * width; p < row * width + sizes[row]; p++) {
            sum += values[p];
        }
        for (int p = row * width; sum > 0 && p < row * width + sizes[row]; p++) {
            values[p] = (float) (values[p] / sum);
        }
    }
}
