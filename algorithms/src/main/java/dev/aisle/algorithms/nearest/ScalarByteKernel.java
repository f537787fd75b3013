package dev.aisle.algorithms.nearest;

/** Plain Java, which the compiler may vectorise on its own. */
final class ScalarByteKernel implements ByteKernel {
    @Override
    public void dots(byte[] rows, int stride, int from, int to, short[] query, int[] into) {
        for (int row = from; row < to; row++) {
            int at = row * stride;
            int sum = 0;
            for (int i = 0; i < stride; i++) {
                sum += rows[at + i] * query[i];
            }
            into[row - from] = sum;
        }
    }
}
