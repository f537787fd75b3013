package dev.aisle.ingest.catalog;

import java.io.IOException;
import java.io.InputStream;

/** A stream that ends after so many bytes and then says so: what came last before the end may be cut off. */
final class BoundedStream extends InputStream {
    private final InputStream stream;
    private long left;
    private boolean exceeded;

    public BoundedStream(InputStream stream, long mostBytes) {
        this.stream = stream;
        this.left = mostBytes;
    }

    /** Whether there was more than may be. */
    public boolean exceeded() {
        return exceeded;
    }

    @Override
    public int read() throws IOException {
        int b = stream.read();
        return b < 0 || takeOff(1) == 0 ? -1 : b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = stream.read(into, offset, length);
        if (count <= 0) {
            return count;
        }
        int allowed = takeOff(count);
        return allowed == 0 ? -1 : allowed;
    }

    private int takeOff(int count) {
        exceeded |= count > left;
        int allowed = (int) Math.min(count, left);
        left -= allowed;
        return allowed;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
