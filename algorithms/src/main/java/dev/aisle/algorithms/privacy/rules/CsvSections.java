package dev.aisle.algorithms.privacy.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A text of CSV tables, each under its name in brackets. */
final class CsvSections {
    private final Map<String, List<Row>> sections = new LinkedHashMap<>();
    private @Nullable List<Row> rows;
    private @Nullable List<String> columns;
    private int line;

    private CsvSections() {}

    /** A line by the names of its columns. */
    record Row(int line, Map<String, String> cells) {
        String cell(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new InvalidRulesException(line, "the column " + column + " is missing");
            }
            return cell;
        }

        InvalidRulesException refused(String message) {
            return new InvalidRulesException(line, message);
        }
    }

    /** Reads the text; exactly these sections must be there. */
    static Map<String, List<Row>> read(String text, Set<String> names) {
        CsvSections read = new CsvSections();
        text.lines().forEach(line -> read.take(line.strip(), names));
        for (String name : names) {
            if (read.sections.getOrDefault(name, List.of()).isEmpty()) {
                throw new InvalidRulesException(read.line, "the part [" + name + "] is missing or empty");
            }
        }
        return read.sections;
    }

    private void take(String text, Set<String> names) {
        line++;
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        if (text.startsWith("[")) {
            String name = text.replaceAll("[\\[\\]]", "");
            rows = new ArrayList<>();
            columns = null;
            if (!names.contains(name) || sections.put(name, rows) != null) {
                throw new InvalidRulesException(line, text + " is unknown or there twice; known are " + names);
            }
        } else if (rows == null) {
            throw new InvalidRulesException(line, "expected one of " + names + " in brackets first");
        } else if (columns == null) {
            columns = cells(text);
        } else {
            rows.add(new Row(line, named(columns, cells(text))));
        }
    }

    private Map<String, String> named(List<String> names, List<String> cells) {
        if (names.size() != cells.size()) {
            throw new InvalidRulesException(line, cells.size() + " cells for " + names.size() + " columns");
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), cells.get(i));
        }
        return named;
    }

    /** RFC 4180 without line breaks in cells. */
    private List<String> cells(String text) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new InvalidRulesException(line, "a quotation mark is open");
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
