package dev.aisle.ingest.catalog.documents;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON documents, one a line; blank lines are skipped but counted. */
public final class NdjsonEntries implements Entries {
    private static final int LONGEST_LINE = 64 * 1024;

    private final InputStream stream;
    private int number;

    public NdjsonEntries(InputStream stream) {
        this.stream = new BufferedInputStream(stream, 65_536);
    }

    @Override
    public @Nullable Entry next() throws IOException {
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream(512);
            int length = readInto(line);
            if (length < 0) {
                return null;
            }
            number++;
            if (length > LONGEST_LINE) {
                return new Entry.Broken(number, "expected at most " + LONGEST_LINE + " bytes a line");
            }
            if (!isBlank(line)) {
                return Entry.ofJson(number, line.toByteArray());
            }
        }
    }

    /** How long the line is, of which no more is kept than may be; below zero at the end. */
    private int readInto(ByteArrayOutputStream line) throws IOException {
        int length = 0;
        int b = stream.read();
        if (b < 0) {
            return -1;
        }
        while (b >= 0 && b != '\n') {
            if (length++ < LONGEST_LINE) {
                line.write(b);
            }
            b = stream.read();
        }
        return length;
    }

    private static boolean isBlank(ByteArrayOutputStream line) {
        return line.size() < 100 && line.toString(StandardCharsets.UTF_8).isBlank();
    }
}
