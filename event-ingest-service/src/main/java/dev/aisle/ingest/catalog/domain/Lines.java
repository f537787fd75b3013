package dev.aisle.ingest.catalog.domain;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, one at a time; blank ones are skipped but counted. Reads no more than it may. */
public final class Lines {
    private final InputStream stream;
    private final int mostBytes;
    private final int mostLines;
    private int bytes;
    private int number;
    private boolean tooMany;

    public Lines(InputStream stream, int mostBytes, int mostLines) {
        this.stream = new BufferedInputStream(stream, 65_536);
        this.mostBytes = mostBytes;
        this.mostLines = mostLines;
    }

    /** The next line that isn't blank; {@code null} at the end, or when there is more than may be. */
    public byte @Nullable [] next() throws IOException {
        while (!tooMany) {
            ByteArrayOutputStream line = new ByteArrayOutputStream(512);
            int last = readInto(line);
            if (last < 0 && line.size() == 0) {
                return null;
            }
            number++;
            tooMany = bytes > mostBytes || number > mostLines;
            if (!tooMany && !isBlank(line)) {
                return line.toByteArray();
            }
        }
        return null;
    }

    /** The number of the line that was read last, from 1. */
    public int number() {
        return number;
    }

    /** Whether reading ended because there was too much. */
    public boolean tooMany() {
        return tooMany;
    }

    private int readInto(ByteArrayOutputStream line) throws IOException {
        int b = stream.read();
        while (b >= 0 && b != '\n' && bytes <= mostBytes) {
            line.write(b);
            bytes++;
            b = stream.read();
        }
        bytes++;
        return b;
    }

    private static boolean isBlank(ByteArrayOutputStream line) {
        return line.size() < 100
                && line.toString(java.nio.charset.StandardCharsets.UTF_8).isBlank();
    }
}
