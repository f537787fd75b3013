package dev.aisle.algorithms.nearest;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.recommend.Progress;
import java.util.Arrays;
import java.util.Random;

/** Cells of points of length one that are held as bytes elsewhere: which point is in which cell, and which cells a question is worth asking. Immutable. */
public final class ByteCells {
    private static final int BLOCK = 4_096;
    private static final int LEARNING_STEPS = 10;
    private static final int SAMPLE_A_CELL = 48;
    private static final long SEED = 20_261_126L;

    private final Cells cells;
    private final int[] cellOf;

    private ByteCells(Cells cells, int[] cellOf) {
        this.cells = cells;
        this.cellOf = cellOf;
    }

    /** Gives points. */
    @FunctionalInterface
    public interface Points {
        /** Writes a point into a row; leaves it as it is where there is none. */
        void read(int point, float[] into, int at);
    }

    /**
     * Cuts points into cells, √n of them.
     *
     * @param count of points, ≥ 1
     * @param width of a point
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    public static ByteCells over(Points points, int count, int width, Progress progress) {
        int cellCount = Math.clamp(Math.round(Math.sqrt(count)), 1, count);
        int steps = LEARNING_STEPS + (count + BLOCK - 1) / BLOCK;
        FloatRows sample = sample(points, count, width, Math.min(count, cellCount * SAMPLE_A_CELL));
        Cells cells = Cells.of(sample, 1, cellCount, SEED, (done, of) -> progress.goOn(done, steps));
        int[] cellOf = new int[count];
        for (int from = 0; from < count; from += BLOCK) {
            progress.step(LEARNING_STEPS + from / BLOCK, steps);
            int rows = Math.min(BLOCK, count - from);
            FloatRows block = FloatRows.zeros(rows, width);
            for (int row = 0; row < rows; row++) {
                points.read(from + row, block.values(), row * block.stride());
            }
            int[] ofBlock = new int[rows];
            cells.assign(block, cells.rests(Cells.lengths(block)), 0, rows, ofBlock);
            System.arraycopy(ofBlock, 0, cellOf, from, rows);
        }
        progress.step(steps, steps);
        return new ByteCells(cells, cellOf);
    }

    private static FloatRows sample(Points points, int count, int width, int wanted) {
        FloatRows sample = FloatRows.zeros(wanted, width);
        int[] chosen = new Random(SEED).ints(0, count).distinct().limit(wanted).toArray();
        for (int row = 0; row < wanted; row++) {
            points.read(chosen[row], sample.values(), row * sample.stride());
        }
        return sample;
    }

    /** How many cells there are. */
    public int count() {
        return cells.count();
    }

    /** The points of each cell. */
    public int[][] members() {
        int[] sizes = new int[cells.count()];
        for (int cell : cellOf) {
            sizes[cell]++;
        }
        int[][] members = new int[sizes.length][];
        Arrays.setAll(members, cell -> new int[sizes[cell]]);
        int[] next = new int[sizes.length];
        for (int point = 0; point < cellOf.length; point++) {
            members[cellOf[point]][next[cellOf[point]]++] = point;
        }
        return members;
    }

    /** The cells most worth looking into, the best first. */
    public int[] probes(float[] query, int wanted) {
        return cells.probes(query, wanted);
    }
}
