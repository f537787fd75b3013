package dev.aisle.algorithms.nearest;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.kernels.Kernels;
import dev.aisle.algorithms.recommend.BestKeys;
import dev.aisle.algorithms.recommend.Progress;
import java.util.Random;

/**
 * Centres of cells for greatest inner products. A row x becomes the point {@code (x, √(M² − |x|²)) / M} of the unit sphere, M the length of
 * the longest row, and a question {@code (q, 0)}: then the greatest inner product is the nearest point, and k-means may cut space into cells.
 *
 * @see <a href="https://doi.org/10.1145/2645710.2645741">Bachrach et al. 2014, Speeding up the Xbox recommender system, 4.1</a>
 * @see <a href="https://doi.org/10.1109/TPAMI.2010.57">Jégou, Douze, Schmid 2011, Product quantization: inverted file, IV</a>
 */
final class Cells {
    private static final int ROUNDS = 8;
    private static final int SAMPLE_A_CELL = 48;
    private static final int BLOCK = 32;

    private final Kernels kernels = Kernels.best();
    private final int count;
    private final int width;
    private final float longest;
    /** Rows are coordinates, columns are cells: {@code width × count}, the form in which {@link Kernels#multiply} takes them. */
    private final FloatRows centres;

    private final float[] rests;
    private final float[] squares;

    private Cells(int count, int width, float longest) {
        this.count = count;
        this.width = width;
        this.longest = longest;
        this.centres = FloatRows.zeros(FloatRows.padded(width), count);
        this.rests = new float[count];
        this.squares = new float[count];
    }

    /**
     * Learns the centres.
     *
     * @param rows padded, at least as many as cells
     * @param longest length of rows that becomes one, &gt; 0; longer rows count as this long
     * @param count of cells, ≥ 1
     * @param seed the same gives the same cells
     */
    static Cells of(FloatRows rows, float longest, int count, long seed, Progress progress) {
        Cells cells = new Cells(count, rows.width(), longest);
        Random random = new Random(seed);
        FloatRows sample = cells.sample(rows, Math.min(rows.rows(), count * SAMPLE_A_CELL), random);
        float[] sampleRests = cells.rests(lengths(sample));
        int[] cellOf = new int[sample.rows()];
        for (int row = 0; row < cellOf.length; row++) {
            cellOf[row] = row % count;
        }
        cells.settle(sample, sampleRests, first(cellOf, count), random);
        for (int round = 1; round < ROUNDS; round++) {
            progress.step(round, ROUNDS);
            cells.assign(sample, sampleRests, 0, cellOf.length, cellOf);
            cells.settle(sample, sampleRests, cellOf, random);
        }
        return cells;
    }

    /** In the first round a cell is one row. */
    private static int[] first(int[] cellOf, int count) {
        int[] first = cellOf.clone();
        for (int row = count; row < first.length; row++) {
            first[row] = -1;
        }
        return first;
    }

    int count() {
        return count;
    }

    long bytes() {
        return 4L * (centres.values().length + rests.length + squares.length);
    }

    /** The cell of each row {@code from ≤ row < to}. */
    void assign(FloatRows rows, float[] rowRests, int from, int to, int[] cellOf) {
        FloatRows block = FloatRows.zeros(BLOCK, count);
        float[] values = block.values();
        for (int start = from; start < to; start += BLOCK) {
            int end = Math.min(to, start + BLOCK);
            kernels.multiply(rows, start, end, centres, block);
            for (int row = start; row < end; row++) {
                cellOf[row] = nearest(values, (row - start) * block.stride(), 1 / longest, rowRests[row]);
            }
        }
    }

    private int nearest(float[] products, int at, float factor, float rest) {
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int cell = 0; cell < count; cell++) {
            float likeness = 2 * (factor * products[at + cell] + rest * rests[cell]) - squares[cell];
            if (likeness > most) {
                most = likeness;
                best = cell;
            }
        }
        return best;
    }

    /** The cells most worth looking into, the best first. */
    int[] probes(float[] query, int wanted) {
        float[] products = new float[centres.stride()];
        kernels.addMultiples(centres, 0, width, query, products);
        float length = (float) Math.sqrt(kernels.dot(query, 0, query, 0, width));
        float factor = length == 0 ? 0 : 2 / length;
        BestKeys best = new BestKeys(Math.min(wanted, count));
        for (int cell = 0; cell < count; cell++) {
            best.offer(BestKeys.key(cell, factor * products[cell] - squares[cell]));
        }
        long[] keys = best.bestFirst();
        int[] cells = new int[keys.length];
        for (int place = 0; place < cells.length; place++) {
            cells[place] = BestKeys.index(keys[place]);
        }
        return cells;
    }

    /** The coordinate that rows of these lengths have beyond their own. */
    float[] rests(float[] lengths) {
        float[] rests = new float[lengths.length];
        for (int row = 0; row < rests.length; row++) {
            float length = lengths[row] / longest;
            rests[row] = (float) Math.sqrt(Math.max(0, 1 - length * length));
        }
        return rests;
    }

    /** The lengths of rows. */
    static float[] lengths(FloatRows rows) {
        Kernels kernels = Kernels.best();
        float[] lengths = new float[rows.rows()];
        for (int row = 0; row < lengths.length; row++) {
            int at = row * rows.stride();
            lengths[row] = (float) Math.sqrt(kernels.dot(rows.values(), at, rows.values(), at, rows.width()));
        }
        return lengths;
    }

    private FloatRows sample(FloatRows rows, int wanted, Random random) {
        FloatRows sample = new FloatRows(new float[wanted * rows.stride()], rows.width(), rows.stride());
        int total = rows.rows();
        int[] order = new int[total];
        for (int place = 0; place < wanted; place++) {
            int other = place + random.nextInt(total - place);
            int row = order[other] == 0 ? other : order[other] - 1;
            order[other] = order[place] == 0 ? place + 1 : order[place];
            System.arraycopy(rows.values(), row * rows.stride(), sample.values(), place * rows.stride(), rows.stride());
        }
        return sample;
    }

    /** Centres become the means of their rows; a cell without any becomes one row by chance. */
    private void settle(FloatRows sample, float[] sampleRests, int[] cellOf, Random random) {
        float[] means = new float[count * width];
        float[] meanRests = new float[count];
        int[] sizes = new int[count];
        for (int row = 0; row < cellOf.length; row++) {
            if (cellOf[row] >= 0) {
                add(sample, sampleRests, row, cellOf[row], means, meanRests);
                sizes[cellOf[row]]++;
            }
        }
        for (int cell = 0; cell < count; cell++) {
            if (sizes[cell] == 0) {
                add(sample, sampleRests, random.nextInt(cellOf.length), cell, means, meanRests);
            }
            place(cell, means, meanRests[cell], 1f / Math.max(1, sizes[cell]));
        }
    }

    private void add(FloatRows sample, float[] sampleRests, int row, int cell, float[] means, float[] meanRests) {
        kernels.axpy(1 / longest, sample.values(), row * sample.stride(), means, cell * width, width);
        meanRests[cell] += sampleRests[row];
    }

    private void place(int cell, float[] means, float rest, float share) {
        float square = share * rest * share * rest;
        for (int i = 0; i < width; i++) {
            float coordinate = share * means[cell * width + i];
            centres.values()[i * centres.stride() + cell] = coordinate;
            square += coordinate * coordinate;
        }
        rests[cell] = share * rest;
        squares[cell] = square;
    }
}
