package dev.aisle.compute.evaluate;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.aisle.compute.UsageException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads an event file, CSV with a header, gzipped or not. Bad lines are reported and passed over. */
final class EventFile {
    private static final int REPORTED_LINES = 5;

    private final PrintStream err;
    private int badLines;

    EventFile(PrintStream err) {
        this.err = err;
    }

    /** The file meant by a path: of a folder its transactions, as the importer takes them. */
    static Path in(Path path) {
        if (!Files.isDirectory(path)) {
            return path;
        }
        return List.of(
                        "transactions.csv",
                        "transactions_sample.csv",
                        "online_retail.csv.gz",
                        "online_retail.csv",
                        "events.csv")
                .stream()
                .map(path::resolve)
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() -> new UsageException("--data: no event file in the folder " + path));
    }

    List<Event> read(Path file, Optional<String> columns) {
        try (Reader reader = open(file);
                MappingIterator<String[]> rows = new CsvMapper()
                        .readerFor(String[].class)
                        .with(CsvParser.Feature.WRAP_AS_ARRAY)
                        .readValues(reader)) {
            if (!rows.hasNextValue()) {
                throw new UsageException("--data: " + file + " is empty");
            }
            List<Event> events = rows(rows, columns);
            if (badLines > REPORTED_LINES) {
                err.println("… " + badLines + " bad lines in all, passed over");
            }
            return events;
        } catch (IOException e) {
            throw new UsageException("--data: " + file + " can't be read as CSV: " + firstLine(e));
        }
    }

    private List<Event> rows(MappingIterator<String[]> rows, Optional<String> asked) throws IOException {
        List<String> header = Arrays.asList(rows.nextValue());
        Columns columns = Columns.of(asked, header);
        int user = header.indexOf(columns.user());
        int item = header.indexOf(columns.item());
        int time = header.indexOf(columns.time());
        int quantity = columns.quantity().map(header::indexOf).orElse(-1);
        List<Event> events = new ArrayList<>();
        while (rows.hasNextValue()) {
            int line = rows.getCurrentLocation().getLineNr();
            String[] cells = rows.nextValue();
            try {
                if (cells.length < header.size()) {
                    throw new IllegalArgumentException("expected " + header.size() + " cells, found " + cells.length);
                }
                boolean counts = quantity < 0 || Double.parseDouble(cells[quantity]) > 0;
                if (counts && !cells[user].isBlank() && !cells[item].isBlank()) {
                    events.add(new Event(cells[user].intern(), cells[item].intern(), Event.time(cells[time])));
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                report(line, e);
            }
        }
        return events;
    }

    private void report(int line, RuntimeException e) {
        if (badLines++ < REPORTED_LINES) {
            err.println("line " + line + " is passed over: " + firstLine(e));
        }
    }

    private static Reader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        boolean gzipped = file.toString().endsWith(".gz");
        return new InputStreamReader(gzipped ? new GZIPInputStream(bytes, 1 << 16) : bytes, StandardCharsets.UTF_8);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
