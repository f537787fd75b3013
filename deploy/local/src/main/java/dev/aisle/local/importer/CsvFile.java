package dev.aisle.local.importer;

import dev.aisle.local.shell.CommandFailure;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** A CSV file with a header, plain or gzipped; separated by comma, semicolon or tab, whichever the header has most. */
final class CsvFile {
    private static final char REPLACEMENT = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private final Path path;
    private final char separator;
    private final Map<String, Integer> columns;

    interface RowConsumer {
        void accept(Row row) throws BadRow;
    }

    private CsvFile(Path path, char separator, Map<String, Integer> columns) {
        this.path = path;
        this.separator = separator;
        this.columns = columns;
    }

    static CsvFile open(Path path) {
        try (var reader = reader(path)) {
            var header = reader.readLine();
            if (header == null || header.isBlank()) {
                throw new CommandFailure(path + " is empty: its first line must name the columns.");
            }
            var separator = separatorOf(header);
            var columns = new LinkedHashMap<String, Integer>();
            for (var name : CsvLine.split(withoutMark(header), separator)) {
                columns.putIfAbsent(name.strip(), columns.size());
            }
            return new CsvFile(path, separator, columns);
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + path + ": " + e.getMessage(), e);
        } catch (BadRow e) {
            throw new CommandFailure("The header of " + path + " cannot be read: " + e.reason(), e);
        }
    }

    private static String withoutMark(String header) {
        return header.charAt(0) == BYTE_ORDER_MARK ? header.substring(1) : header;
    }

    private static char separatorOf(String header) {
        var best = ',';
        for (var candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }

    private static BufferedReader reader(Path path) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path));
        var zipped = path.getFileName().toString().endsWith(".gz");
        return new BufferedReader(new InputStreamReader(zipped ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
    }

    String name() {
        return path.getFileName().toString();
    }

    boolean has(String... names) {
        return columns.keySet().containsAll(List.of(names));
    }

    List<String> header() {
        return new ArrayList<>(columns.keySet());
    }

    /** Hands over each row; those that can't be used go to {@code bad} instead. */
    void forEach(RowConsumer rows, Consumer<BadLine> bad) {
        try (var reader = reader(path)) {
            reader.readLine();
            var number = 1L;
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    read(line, number, rows, bad);
                }
            }
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private void read(String line, long number, RowConsumer rows, Consumer<BadLine> bad) {
        try {
            if (line.indexOf(0) >= 0 || line.indexOf(REPLACEMENT) >= 0) {
                throw new BadRow("not UTF-8, or a null byte");
            }
            var cells = CsvLine.split(line, separator);
            if (cells.size() != columns.size()) {
                throw new BadRow(cells.size() + " columns where the header has " + columns.size());
            }
            rows.accept(new Row(number, cells, columns));
        } catch (BadRow e) {
            bad.accept(new BadLine(name(), number, e.reason()));
        }
    }
}
