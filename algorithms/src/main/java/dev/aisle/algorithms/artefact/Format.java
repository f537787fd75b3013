package dev.aisle.algorithms.artefact;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The bytes of an artefact, little-endian, as the processors are on which it is read:
 *
 * <pre>{@code
 *  0  magic "AISLEART"       8  int schema             12  int length of the header
 * 16  long length of file   24  long CRC-32C of all bytes but these eight
 * 32  text algorithm, int n, n × (text name, text value), long seed, text fingerprint,
 *     int n, n × (text name, int kind, long count, long offset)
 *     arrays, each at the next multiple of 64, in the order of the header; zeros between them
 * }</pre>
 *
 * A text is an int and as many bytes of UTF-8.
 */
final class Format {
    static final int SCHEMA = 1;
    static final int FIXED_BYTES = 32;
    static final int CHECKSUM_AT = 24;
    static final int ALIGNMENT = 64;
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final long MAGIC = magic();
    private static final int CHECK_BYTES = 1 << 26;

    private Format() {}

    /** What an array holds. */
    enum Kind {
        INTS(0, Integer.BYTES),
        FLOATS(1, Float.BYTES),
        DOUBLES(2, Double.BYTES),
        BYTES(3, 1);

        private final int number;
        private final int bytes;

        Kind(int number, int bytes) {
            this.number = number;
            this.bytes = bytes;
        }

        /** The kind in a file. */
        int number() {
            return number;
        }

        int bytes() {
            return bytes;
        }
    }

    private static long magic() {
        byte[] letters = "AISLEART".getBytes(StandardCharsets.US_ASCII);
        return MemorySegment.ofArray(letters).get(LONG, 0);
    }

    static long aligned(long offset) {
        return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** Of all bytes but the checksum's own. */
    static long checksum(MemorySegment file) {
        CRC32C checksum = new CRC32C();
        checksum.update(file.asSlice(0, CHECKSUM_AT).asByteBuffer());
        for (long from = FIXED_BYTES; from < file.byteSize(); from += CHECK_BYTES) {
            long bytes = Math.min(CHECK_BYTES, file.byteSize() - from);
            checksum.update(file.asSlice(from, bytes).asByteBuffer());
        }
        return checksum.getValue();
    }
}
