package dev.aisle.compute.evaluate;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.aisle.compute.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a CSV file, gzipped or not, whose cells stand between commas, tabs or semicolons. A line that can't be used is reported and passed over; a
 * file of which no line can be used is refused.
 */
final class CsvTable {
    private static final int REPORTED_LINES = 5;
    private static final int LONGEST_HEADER = 1 << 16;

    private final String option;
    private final Path file;
    private final PrintStream err;
    private int usedLines;
    private int badLines;
    private String firstBad = "";

    private CsvTable(String option, Path file, PrintStream err) {
        this.option = option;
        this.file = file;
        this.err = err;
    }

    /** Is told of the lines. */
    interface Taker {
        /** Takes the first line; false when it is a row like the others. */
        boolean header(List<String> cells);

        /**
         * Takes a row, which has as many cells as the first line.
         *
         * @throws IllegalArgumentException when it can't be used; the message says which field and why
         */
        void row(String[] cells);
    }

    /**
     * Reads.
     *
     * @param option that named the file, for messages
     * @return lines that can't be used, and why
     */
    static List<LeftOut> read(String option, Path file, PrintStream err, Taker taker) {
        CsvTable table = new CsvTable(option, file, err);
        table.read(taker);
        return table.badLines == 0
                ? List.of()
                : List.of(new LeftOut("lines", table.badLines, "they can't be used; the first: " + table.firstBad));
    }

    private void read(Taker taker) {
        try (BufferedReader reader = new BufferedReader(TextLines.open(file), LONGEST_HEADER);
                MappingIterator<String[]> rows = rows(reader)) {
            if (!rows.hasNextValue()) {
                throw new UsageException(option + ": " + file + " is empty");
            }
            String[] first = rows.nextValue();
            if (!taker.header(Arrays.asList(first))) {
                take(taker, first, first.length, 1);
            }
            while (rows.hasNextValue()) {
                int line = rows.getCurrentLocation().getLineNr();
                take(taker, rows.nextValue(), first.length, line);
            }
        } catch (IOException e) {
            throw new UsageException(option + ": " + file + " can't be read as CSV: " + firstLine(e));
        }
        if (badLines > REPORTED_LINES) {
            err.println("… " + badLines + " bad lines in all, passed over");
        }
        if (badLines > 0 && usedLines == 0) {
            throw new UsageException(option + ": no line of " + file + " can be used; " + firstBad);
        }
    }

    private static MappingIterator<String[]> rows(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_HEADER);
        String header = reader.readLine();
        reader.reset();
        return new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator(header == null ? "" : header)))
                .readValues(reader);
    }

    private static char separator(String header) {
        if (header.contains("\t")) {
            return '\t';
        }
        return header.contains(";") && !header.contains(",") ? ';' : ',';
    }

    private void take(Taker taker, String[] cells, int expected, int line) {
        try {
            if (cells.length < expected) {
                throw new IllegalArgumentException("expected " + expected + " cells, found " + cells.length);
            }
            taker.row(cells);
            usedLines++;
        } catch (IllegalArgumentException e) {
            String bad = "line " + line + " is passed over: " + firstLine(e);
            firstBad = badLines == 0 ? bad : firstBad;
            if (badLines++ < REPORTED_LINES) {
                err.println(file.getFileName() + ", " + bad);
            }
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
