package dev.aisle.algorithms.recommend;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.kernels.Kernels;
import java.util.Arrays;

/** The gram matrix of factors. */
final class Gram {
    private static final int BLOCK = 2048;
    private static final int SINGLE = 128;

    private Gram() {}

    /**
     * {@code scale · Σ h hᵀ} over all rows h, the upper half of {@code rank × rank}. Some rows at a time are summed in float, these sums in double.
     * Blocks of rows are summed apart and added in their order, so that rounding doesn't depend on the threads.
     */
    static double[][] of(FloatRows factors, double scale, int threads) {
        int rank = factors.width();
        int rows = factors.rows();
        int blocks = (rows + BLOCK - 1) / BLOCK;
        double[][][] parts = new double[blocks][][];
        Parallel.run(blocks, threads, () -> {
            FloatRows single = FloatRows.zeros(rank + 3, rank);
            return block -> parts[block] = sum(factors, block * BLOCK, Math.min(rows, (block + 1) * BLOCK), single);
        });
        double[][] sum = new double[rank][rank];
        for (double[][] part : parts) {
            for (int f = 0; f < rank; f++) {
                Cholesky.addMultiple(sum[f], scale, part[f], f);
            }
        }
        return sum;
    }

    private static double[][] sum(FloatRows factors, int start, int end, FloatRows single) {
        int rank = factors.width();
        double[][] sum = new double[rank][rank];
        for (int from = start; from < end; from += SINGLE) {
            Arrays.fill(single.values(), 0f);
            Kernels.best().addGram(factors, from, Math.min(end, from + SINGLE), rank, single);
            for (int i = 0; i < rank; i++) {
                for (int j = i; j < rank; j++) {
                    sum[i][j] += single.values()[i * single.stride() + j];
                }
            }
        }
        return sum;
    }
}
