package dev.aisle.algorithms.recommend;

/** The gram matrix of factors. */
final class Gram {
    private static final int BLOCK = 2048;

    private Gram() {}

    /**
     * {@code scale · Σ h hᵀ} over all rows h, the upper half of {@code rank × rank}. Blocks of rows are summed apart and added in their order, so that
     * rounding doesn't depend on the threads.
     */
    static double[][] of(float[] factors, int rank, double scale, int threads) {
        int rows = factors.length / rank;
        int blocks = (rows + BLOCK - 1) / BLOCK;
        double[][][] parts = new double[blocks][][];
        Parallel.run(blocks, threads, () -> block -> {
            int end = Math.min(rows, (block + 1) * BLOCK);
            parts[block] = ofRows(factors, rank, block * BLOCK, end);
        });
        double[][] sum = new double[rank][rank];
        for (double[][] part : parts) {
            for (int f = 0; f < rank; f++) {
                Cholesky.addMultiple(sum[f], scale, part[f], f);
            }
        }
        return sum;
    }

    private static double[][] ofRows(float[] factors, int rank, int start, int end) {
        double[][] sum = new double[rank][rank];
        double[] factor = new double[rank];
        for (int row = start; row < end; row++) {
            AlsRow.read(factors, row, factor);
            for (int f = 0; f < rank; f++) {
                Cholesky.addMultiple(sum[f], factor[f], factor, f);
            }
        }
        return sum;
    }
}
