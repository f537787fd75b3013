package dev.aisle.local.bench.assistant;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A question of the project's set.
 *
 * @param intent what it wants
 * @param article the id of the article that answers it; empty when none does
 */
record SetQuestion(String part, String kind, String intent, String article, String text) {
    /** The questions of a language. */
    static List<SetQuestion> of(Path knowledge, String language) {
        Path file = knowledge.resolve("questions/" + language + ".csv");
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.toFile())) {
            return rows.readAll().stream()
                    .map(row -> new SetQuestion(
                            cell(row, "part"),
                            cell(row, "kind"),
                            cell(row, "intent"),
                            cell(row, "article"),
                            cell(row, "text")))
                    .toList();
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static String cell(Map<String, String> row, String name) {
        return row.getOrDefault(name, "");
    }

    boolean outOfScope() {
        return kind.equals("out_of_scope");
    }
}
