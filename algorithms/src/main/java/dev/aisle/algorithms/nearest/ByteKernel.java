package dev.aisle.algorithms.nearest;

/** Inner products of bytes. Whole numbers, so every twin gives the same. */
interface ByteKernel {
    /** The Vector API when the JVM was started with {@code --add-modules=jdk.incubator.vector}, else plain Java. */
    static ByteKernel best() {
        return Choice.BEST;
    }

    /**
     * {@code into[k] = Σ_i rows[(from + k) · stride + i] · query[i]} for {@code 0 ≤ k < to − from}.
     *
     * @param rows −127 … 127
     * @param stride a multiple of {@link ByteRows#PADDING}, at most 2^17
     * @param query −127 … 127, of length stride
     */
    void dots(byte[] rows, int stride, int from, int to, short[] query, int[] into);

    /** Which twin serves. An incubator module is resolved only when the JVM is told so; without it the class must not be touched. */
    final class Choice {
        private static final ByteKernel BEST =
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                        ? new VectorByteKernel()
                        : new ScalarByteKernel();

        private Choice() {}
    }
}
