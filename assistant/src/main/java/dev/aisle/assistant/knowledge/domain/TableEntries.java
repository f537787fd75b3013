package dev.aisle.assistant.knowledge.domain;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.aisle.assistant.knowledge.domain.ArticleEntry.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Articles as rows of a table: a head line of {@code id,locale,state,title,body,tags,products,asks,url,validFrom,validTo}; several tags with | between them. */
public final class TableEntries {
    private static final Set<String> COLUMNS =
            Set.of("id", "locale", "state", "title", "body", "tags", "products", "asks", "url", "validFrom", "validTo");
    private static final Set<String> NEEDED = Set.of("id", "locale", "body");
    private static final int MOST_LETTERS = 4 * ArticleChecks.MOST_BYTES;

    private TableEntries() {}

    /** All rows; what can't be read is an entry that says why. */
    public static List<ArticleEntry> read(String text) {
        List<ArticleEntry> entries = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .skipEmptyLines(true)
                .maxBufferSize(MOST_LETTERS)
                .ofNamedCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            for (NamedCsvRecord row : rows) {
                if (entries.isEmpty()) {
                    Set<String> missing = new TreeSet<>(NEEDED);
                    missing.removeAll(new HashSet<>(row.getHeader()));
                    Set<String> unknown = new TreeSet<>(row.getHeader());
                    unknown.removeAll(COLUMNS);
                    if (!missing.isEmpty() || !unknown.isEmpty()) {
                        return List.of(ArticleEntry.unreadable(1, "columns", columns(missing, unknown)));
                    }
                }
                entries.add(entry(row));
            }
        } catch (CsvParseException | IOException e) {
            int line = entries.isEmpty() ? 1 : entries.getLast().line();
            entries.add(
                    ArticleEntry.unreadable(line, "row", "the table can't be read after this line: " + e.getMessage()));
        }
        return entries;
    }

    private static String columns(Set<String> missing, Set<String> unknown) {
        return (missing.isEmpty() ? "" : "missing: " + String.join(", ", missing) + "; ")
                + (unknown.isEmpty() ? "" : "unknown: " + String.join(", ", unknown) + "; ")
                + "known are " + String.join(", ", new TreeSet<>(COLUMNS));
    }

    private static ArticleEntry entry(NamedCsvRecord row) {
        return ArticleEntry.of(
                new Head(
                        (int) Math.min(Integer.MAX_VALUE, row.getStartingLineNumber()),
                        field(row, "id"),
                        field(row, "locale"),
                        field(row, "state")),
                new WrittenArticle(
                        field(row, "title"),
                        field(row, "body"),
                        several(field(row, "tags")),
                        several(field(row, "products")),
                        several(field(row, "asks")),
                        field(row, "url"),
                        field(row, "validFrom"),
                        field(row, "validTo")),
                Map.of());
    }

    private static String field(NamedCsvRecord row, String name) {
        return row.findField(name).orElse("").strip();
    }

    private static List<String> several(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split("\\|", -1));
    }
}
