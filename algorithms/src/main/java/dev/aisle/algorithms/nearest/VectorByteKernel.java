package dev.aisle.algorithms.nearest;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * On the Vector API. Products of bytes are at most 127², so that the sum of two still fits a short: bytes are widened once, pairs of
 * products are added as shorts, and only their sums are widened again.
 */
final class VectorByteKernel implements ByteKernel {
    private static final int BITS = Math.clamp(ShortVector.SPECIES_PREFERRED.vectorBitSize(), 128, 512);
    private static final VectorSpecies<Short> SHORTS = VectorSpecies.of(short.class, VectorShape.forBitSize(BITS));
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, VectorShape.forBitSize(BITS));
    private static final VectorSpecies<Byte> BYTES = VectorSpecies.of(byte.class, VectorShape.forBitSize(BITS / 2));
    private static final int L = SHORTS.length();

    @Override
    public void dots(byte[] rows, int stride, int from, int to, short[] query, int[] into) {
        for (int row = from; row < to; row++) {
            int at = row * stride;
            IntVector sum = IntVector.zero(INTS);
            for (int i = 0; i < stride; i += 2 * L) {
                ShortVector first = load(rows, at + i).mul(ShortVector.fromArray(SHORTS, query, i));
                ShortVector second = load(rows, at + i + L).mul(ShortVector.fromArray(SHORTS, query, i + L));
                ShortVector both = first.add(second);
                sum = sum.add(both.convertShape(VectorOperators.S2I, INTS, 0))
                        .add(both.convertShape(VectorOperators.S2I, INTS, 1));
            }
            into[row - from] = sum.reduceLanes(VectorOperators.ADD);
        }
    }

    private static ShortVector load(byte[] rows, int at) {
        return (ShortVector) ByteVector.fromArray(BYTES, rows, at).convertShape(VectorOperators.B2S, SHORTS, 0);
    }
}
