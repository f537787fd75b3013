package dev.aisle.federate;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Arrays of numbers as little-endian bytes. */
public final class Numbers {
    private Numbers() {}

    /** Eight bytes a number. */
    public static ByteString bytes(long[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(numbers.length, Long.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(numbers);
        return ByteString.copyFrom(bytes);
    }

    /**
     * Reads as many numbers as are expected.
     *
     * @throws RefusedException when there are others
     */
    public static long[] longs(ByteString bytes, int expected) {
        requireLength("numbers", bytes, expected, Long.BYTES);
        long[] numbers = new long[expected];
        bytes.asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer()
                .get(numbers);
        return numbers;
    }

    /** Four bytes a number. */
    public static ByteString bytes(float[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(numbers.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        return ByteString.copyFrom(bytes);
    }

    /**
     * Reads as many numbers as are expected.
     *
     * @throws RefusedException when there are others
     */
    public static float[] floats(ByteString bytes, int expected) {
        requireLength("factors", bytes, expected, Float.BYTES);
        float[] numbers = new float[expected];
        bytes.asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(numbers);
        return numbers;
    }

    private static void requireLength(String field, ByteString bytes, int expected, int each) {
        if (bytes.size() != (long) expected * each) {
            throw new RefusedException(field + ": expected " + expected + " numbers of " + each + " bytes, were "
                    + bytes.size() + " bytes");
        }
    }
}
