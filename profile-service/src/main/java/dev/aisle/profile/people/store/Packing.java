package dev.aisle.profile.people.store;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Makes the bytes of chunks smaller by a third: PostgreSQL leaves rows below 2 kB as they are. What is deflated begins with a byte
 * that begins no chunk. One at a time, for many chunks.
 */
final class Packing implements AutoCloseable {
    private static final byte DEFLATED = 1;
    private static final int WORTH_IT = 100;
    private static final int BLOCK = 4_096;

    /** Takes a quarter of a megabyte: only who writes has one. */
    private @Nullable Deflater deflater;

    private final Inflater inflater = new Inflater(true);
    private final byte[] block = new byte[BLOCK];

    byte[] pack(byte[] bytes) {
        if (bytes.length < WORTH_IT) {
            return bytes;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length);
        packed.write(DEFLATED);
        Deflater deflater = deflater();
        deflater.reset();
        deflater.setInput(bytes);
        deflater.finish();
        while (!deflater.finished()) {
            packed.write(block, 0, deflater.deflate(block));
        }
        return packed.size() < bytes.length ? packed.toByteArray() : bytes;
    }

    private Deflater deflater() {
        if (deflater == null) {
            deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        }
        return deflater;
    }

    byte[] unpack(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != DEFLATED) {
            return bytes;
        }
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream(bytes.length * 3);
        inflater.reset();
        inflater.setInput(bytes, 1, bytes.length - 1);
        try {
            while (!inflater.finished()) {
                int length = inflater.inflate(block);
                if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new IllegalStateException("person_events holds a chunk that ends too early");
                }
                unpacked.write(block, 0, length);
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException("person_events holds something else than a packed chunk", e);
        }
        return unpacked.toByteArray();
    }

    @Override
    public void close() {
        if (deflater != null) {
            deflater.end();
        }
        inflater.end();
    }
}
