package dev.aisle.algorithms.nearest;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.recommend.ScoredItem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks at the longest rows and at those of the most promising cells, first as bytes, then at the best of those in float32. With all cells
 * this is a search over all rows as bytes.
 *
 * @see <a href="https://proceedings.neurips.cc/paper/2018/hash/8c19f571e251e61cb8dd3612f26d5ecf-Abstract.html">Yan et al. 2018, Norm-ranging
 *     LSH for maximum inner product search</a>: why rows of very different lengths are kept apart
 */
public final class CellRows implements NearestRows {
    private static final int BLOCK = 4_096;
    /** So many times the wanted rows are looked at in float32, and never fewer than {@link #LEAST}: bytes mix up neighbours in rank. */
    private static final int RESCORED = 4;

    private static final int LEAST = 128;
    /** The longest rows are looked at always: they are the best of many questions, and without them the others differ less in length. */
    private static final double HEAD = 0.02;

    private static final int LEARNING_STEPS = 10;
    private static final long SEED = 20_261_126L;

    private final FloatRows rows;
    private final Cells cells;
    /** Rows cell by cell: {@code rowAt[place]}; cell c has the places {@code starts[c] … starts[c + 1]}, and one cell more has the longest rows. */
    private final int[] rowAt;

    private final int[] starts;
    private final ByteRows bytes;
    private final int probes;

    private CellRows(FloatRows rows, Cells cells, int[] rowAt, int[] starts, ByteRows bytes, int probes) {
        this.rows = rows;
        this.cells = cells;
        this.rowAt = rowAt;
        this.starts = starts;
        this.bytes = bytes;
        this.probes = probes;
    }

    /**
     * Cuts a matrix into cells; looks into all of them until {@link #withProbes} says otherwise.
     *
     * @param rows padded; not copied
     * @param cellCount 1 … rows
     * @param threads that may work
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    public static CellRows over(FloatRows rows, int cellCount, int threads, Progress progress) {
        int total = rows.rows();
        int steps = LEARNING_STEPS + (total + BLOCK - 1) / BLOCK;
        float[] lengths = Cells.lengths(rows);
        float longest = lengthOfHead(lengths);
        Cells cells = Cells.of(rows, longest, cellCount, SEED, (done, of) -> progress.goOn(done, steps));
        int[] cellOf = assigned(rows, cells, lengths, threads, progress);
        for (int row = 0; row < total; row++) {
            if (lengths[row] > longest) {
                cellOf[row] = cellCount;
            }
        }
        int[] starts = new int[cellCount + 2];
        for (int cell : cellOf) {
            starts[cell + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] rowAt = new int[total];
        ByteRows bytes = sorted(rows, cellOf, starts, rowAt);
        progress.step(steps, steps);
        return new CellRows(rows, cells, rowAt, starts, bytes, cellCount);
    }

    /** The length that the longest rows exceed, those that are looked at always. */
    private static float lengthOfHead(float[] lengths) {
        float[] sorted = lengths.clone();
        Arrays.sort(sorted);
        int place = sorted.length - 1 - (int) (HEAD * sorted.length);
        return Math.max(Float.MIN_NORMAL, place < 0 ? 0 : sorted[place]);
    }

    private static ByteRows sorted(FloatRows rows, int[] cellOf, int[] starts, int[] rowAt) {
        int[] next = starts.clone();
        ByteRows bytes = new ByteRows(rowAt.length, rows.width());
        for (int row = 0; row < rowAt.length; row++) {
            int place = next[cellOf[row]]++;
            rowAt[place] = row;
            bytes.set(place, rows.values(), row * rows.stride());
        }
        return bytes;
    }

    private static int[] assigned(FloatRows rows, Cells cells, float[] lengths, int threads, Progress progress) {
        int total = rows.rows();
        int[] cellOf = new int[total];
        float[] rests = cells.rests(lengths);
        int blocks = (total + BLOCK - 1) / BLOCK;
        for (int first = 0; first < blocks; first += threads) {
            progress.step(LEARNING_STEPS + first, LEARNING_STEPS + blocks);
            IntStream.range(first, Math.min(blocks, first + threads))
                    .parallel()
                    .forEach(block ->
                            cells.assign(rows, rests, block * BLOCK, Math.min(total, (block + 1) * BLOCK), cellOf));
        }
        return cellOf;
    }

    /** The same cells, of which so many are looked into. */
    public CellRows withProbes(int wanted) {
        return new CellRows(rows, cells, rowAt, starts, bytes, Math.clamp(wanted, 1, cells.count()));
    }

    /** How many cells there are. */
    public int cellCount() {
        return cells.count();
    }

    /** How many cells are looked into. */
    public int probes() {
        return probes;
    }

    @Override
    public List<ScoredItem> top(float[] query, int count) {
        Best best = new Best(Math.min(rowAt.length, Math.max(LEAST, Math.multiplyExact(RESCORED, count))));
        ByteRows.Query asBytes = ByteRows.Query.of(query);
        int[] sums = new int[BLOCK];
        float[] scores = new float[BLOCK];
        offer(cells.count(), asBytes, sums, scores, best);
        for (int cell : cells.probes(query, probes)) {
            offer(cell, asBytes, sums, scores, best);
        }
        return best.rescored(rows, query, count);
    }

    private void offer(int cell, ByteRows.Query query, int[] sums, float[] scores, Best best) {
        for (int from = starts[cell]; from < starts[cell + 1]; from += BLOCK) {
            int to = Math.min(starts[cell + 1], from + BLOCK);
            bytes.dots(query, from, to, sums, scores);
            for (int place = from; place < to; place++) {
                best.offer(rowAt[place], scores[place - from]);
            }
        }
    }

    @Override
    public long bytes() {
        return bytes.bytes() + 4L * (rowAt.length + starts.length) + cells.bytes();
    }
}
