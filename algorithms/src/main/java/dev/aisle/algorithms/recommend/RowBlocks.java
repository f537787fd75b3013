package dev.aisle.algorithms.recommend;

import java.util.Arrays;

/** Rows cut into blocks of about the same work, so that threads end together although few rows have most of the interactions. */
final class RowBlocks {
    private static final int WORK = 1 << 14;
    private static final int WORK_OF_A_ROW = 64;

    private final int[] starts;

    private RowBlocks(int[] starts) {
        this.starts = starts;
    }

    static RowBlocks of(Interactions rows) {
        int[] starts = new int[rows.userCount() + 1];
        int blocks = 0;
        int work = 0;
        for (int row = 0; row < rows.userCount(); row++) {
            work += WORK_OF_A_ROW + rows.countOf(row);
            if (work >= WORK) {
                starts[++blocks] = row + 1;
                work = 0;
            }
        }
        if (starts[blocks] < rows.userCount()) {
            starts[++blocks] = rows.userCount();
        }
        return new RowBlocks(Arrays.copyOf(starts, blocks + 1));
    }

    int count() {
        return starts.length - 1;
    }

    /** The first row of a block, which ends before {@code start(block + 1)}. */
    int start(int block) {
        return starts[block];
    }
}
