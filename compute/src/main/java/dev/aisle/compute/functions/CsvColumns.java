package dev.aisle.compute.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A table in memory, separated by commas, semicolons or tabs: whichever its first line has most of; gzipped when the name ends in .gz. */
record CsvColumns(List<List<String>> rows) {
    /** The table of a field: a path, or its rows with the header first. */
    static CsvColumns of(String field, JsonNode value) {
        if (!value.isArray()) {
            return read(field, Input.file(field, Input.text(field, value)));
        }
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : value) {
            if (!row.isArray()) {
                throw new InvalidInputException(field + "." + rows.size(), "expected a row: a list of cells");
            }
            rows.add(row.valueStream().map(JsonNode::asText).toList());
        }
        return new CsvColumns(rows);
    }

    static CsvColumns read(String field, Path file) {
        try (InputStream in = open(file);
                MappingIterator<List<String>> rows = new CsvMapper()
                        .readerForListOf(String.class)
                        .with(CsvParser.Feature.WRAP_AS_ARRAY)
                        .with(CsvSchema.emptySchema().withColumnSeparator(separator(file)))
                        .readValues(in)) {
            return new CsvColumns(rows.readAll());
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new InvalidInputException(field, "line " + line + " can't be read as CSV");
        } catch (IOException e) {
            throw new InvalidInputException(field, "the file can't be read");
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private static char separator(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            String first = line == null ? "" : line;
            char best = ',';
            for (char candidate : new char[] {';', '\t'}) {
                best = count(first, candidate) > count(first, best) ? candidate : best;
            }
            return best;
        }
    }

    private static long count(String text, char separator) {
        return text.chars().filter(c -> c == separator).count();
    }

    /** The cells of a column of a table with a header. */
    List<String> column(String field, String name) {
        int at = rows.isEmpty() ? -1 : rows.getFirst().indexOf(name);
        if (at < 0) {
            throw new InvalidInputException(field, "there is no column '" + name + "'");
        }
        List<String> cells = new ArrayList<>(rows.size());
        for (int row = 1; row < rows.size(); row++) {
            if (rows.get(row).size() != rows.getFirst().size()) {
                throw new InvalidInputException("path", "line " + (row + 1) + " has another number of cells");
            }
            cells.add(rows.get(row).get(at));
        }
        return cells;
    }
}
