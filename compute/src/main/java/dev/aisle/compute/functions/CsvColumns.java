package dev.aisle.compute.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table in memory, separated by commas, semicolons or tabs: whichever its first line has most of. */
record CsvColumns(List<List<String>> rows) {
    static CsvColumns read(String field, Path file) {
        try (MappingIterator<List<String>> rows = new CsvMapper()
                .readerForListOf(String.class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator(file)))
                .readValues(file.toFile())) {
            return new CsvColumns(rows.readAll());
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new InvalidInputException(field, "line " + line + " can't be read as CSV");
        } catch (IOException e) {
            throw new InvalidInputException(field, "the file can't be read");
        }
    }

    private static char separator(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            String first = lines.findFirst().orElse("");
            char best = ',';
            for (char candidate : new char[] {';', '\t'}) {
                best = count(first, candidate) > count(first, best) ? candidate : best;
            }
            return best;
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
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
