package dev.aisle.compute.evaluate;

import dev.aisle.compute.UsageException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads text files, gzipped or not, line by line; blank lines are passed over. */
final class TextLines {
    private static final int BUFFER = 1 << 16;

    private TextLines() {}

    /** Is told of each line. */
    @FunctionalInterface
    interface Taker {
        /**
         * Takes a line.
         *
         * @param number counted from 1
         * @throws IllegalArgumentException when it can't be used; the message says which field and why
         */
        void take(int number, String line);
    }

    static void each(Path file, Taker taker) {
        int number = 0;
        try (BufferedReader lines = new BufferedReader(open(file))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    taker.take(number, line);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException(file + ", line " + number + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UsageException(file + ": can't be read as text: " + e.getMessage());
        }
    }

    static Reader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        boolean gzipped = file.toString().endsWith(".gz");
        return new InputStreamReader(gzipped ? new GZIPInputStream(bytes, BUFFER) : bytes, StandardCharsets.UTF_8);
    }
}
