package dev.aisle.ingest.catalog.documents;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Documents of a table: its first row names the columns, each other row is one product. */
public final class CsvEntries implements Entries {
    private static final int LONGEST_ROW = 128 * 1024;
    private static final int HEADER_LOOKED_AT = 16 * 1024;

    private final CloseableIterator<CsvRecord> rows;
    /** The field of each column; empty for one that nobody knows. */
    private final List<String> fields;

    private final List<String> unknown = new ArrayList<>();
    private boolean ended;

    private CsvEntries(CloseableIterator<CsvRecord> rows, List<String> header, Map<String, String> mapping)
            throws NoTable {
        this.rows = rows;
        this.fields = fieldsOf(header, mapping);
    }

    /** A table without a header, or one that doesn't say which column is the id. */
    public static final class NoTable extends Exception {
        NoTable(String message) {
            super(message);
        }
    }

    /**
     * Opens a table.
     *
     * @param separator a tab, or a comma when it may be whichever of comma and semicolon the header has more of
     * @param mapping columns that are called otherwise: field by column
     */
    public static CsvEntries open(InputStream stream, char separator, Map<String, String> mapping)
            throws IOException, NoTable {
        BufferedInputStream buffered = new BufferedInputStream(stream, HEADER_LOOKED_AT);
        char used = separator == ',' ? separatorOf(buffered) : separator;
        CloseableIterator<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(used)
                .maxBufferSize(LONGEST_ROW)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .detectBomHeader(false)
                .ofCsvRecord(new InputStreamReader(buffered, StandardCharsets.UTF_8))
                .iterator();
        CsvRecord header = header(rows);
        CsvEntries entries = new CsvEntries(rows, header.getFields(), mapping);
        if (!entries.fields.contains("productId")) {
            throw new NoTable("expected a first row that names the columns, one of them id or productId");
        }
        return entries;
    }

    @Override
    public List<String> unknownColumns() {
        return List.copyOf(unknown);
    }

    /** After a row that can't be told from the next one there is no going on. */
    @Override
    public @Nullable Entry next() throws IOException {
        try {
            if (ended || !rows.hasNext()) {
                return null;
            }
            return entry(rows.next());
        } catch (CsvParseException e) {
            ended = true;
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            return new Entry.Broken(0, "a row of more than " + LONGEST_ROW + " characters; nothing was read after it");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Entry entry(CsvRecord row) {
        int line = (int) row.getStartingLineNumber();
        if (row.getFieldCount() != fields.size()) {
            return new Entry.Broken(line, row.getFieldCount() + " columns where the first row has " + fields.size());
        }
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).isEmpty()) {
                texts.put(fields.get(i), row.getField(i));
            }
        }
        return new Entry.Read(line, FlatDocument.of(texts));
    }

    private static CsvRecord header(CloseableIterator<CsvRecord> rows) throws IOException, NoTable {
        try {
            if (rows.hasNext()) {
                return rows.next();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
        }
        throw new NoTable("expected a first row that names the columns");
    }

    /** A field whose column was said is never guessed, wherever the columns stand. */
    private List<String> fieldsOf(List<String> header, Map<String, String> mapping) throws NoTable {
        List<String> columns =
                header.stream().map(cell -> cell.replace("\uFEFF", "").strip()).toList();
        for (String said : mapping.keySet()) {
            if (!columns.contains(said)) {
                throw new NoTable("its first row has no column \"" + said + "\", which ?columns= names; it has "
                        + String.join(", ", columns));
            }
        }
        Set<String> said = Set.copyOf(mapping.values());
        List<String> found = new ArrayList<>(columns.size());
        Set<String> taken = new HashSet<>();
        for (String column : columns) {
            boolean guessed = !mapping.containsKey(column);
            String field = guessed ? ColumnNames.fieldOf(column) : mapping.get(column);
            if (field == null || (guessed && said.contains(field)) || !taken.add(field)) {
                unknown.add(column);
                field = "";
            }
            found.add(field);
        }
        return found;
    }

    private static char separatorOf(BufferedInputStream stream) throws IOException {
        stream.mark(HEADER_LOOKED_AT);
        int semicolons = 0;
        int commas = 0;
        int b = stream.read();
        for (int i = 0; i < HEADER_LOOKED_AT - 1 && b >= 0 && b != '\n'; i++) {
            semicolons += b == ';' ? 1 : 0;
            commas += b == ',' ? 1 : 0;
            b = stream.read();
        }
        stream.reset();
        return semicolons > commas ? ';' : ',';
    }
}
