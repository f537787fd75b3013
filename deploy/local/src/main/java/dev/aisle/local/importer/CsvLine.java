package dev.aisle.local.importer;

import java.util.ArrayList;
import java.util.List;

/** RFC 4180, one line at a time: a broken quote costs its own line and never the rest of the file. */
final class CsvLine {
    private CsvLine() {}

    static List<String> split(String line, char separator) throws BadRow {
        var cells = new ArrayList<String>();
        var position = 0;
        while (position <= line.length()) {
            var quoted = position < line.length() && line.charAt(position) == '"';
            var end = quoted ? closingQuote(line, position) + 1 : next(line, separator, position);
            if (end < line.length() && line.charAt(end) != separator) {
                throw new BadRow("text after the closing quote in column " + (cells.size() + 1));
            }
            cells.add(
                    quoted
                            ? line.substring(position + 1, end - 1).replace("\"\"", "\"")
                            : line.substring(position, end));
            position = end + 1;
        }
        return cells;
    }

    private static int next(String line, char separator, int from) {
        var at = line.indexOf(separator, from);
        return at < 0 ? line.length() : at;
    }

    private static int closingQuote(String line, int opening) throws BadRow {
        var at = line.indexOf('"', opening + 1);
        while (at >= 0) {
            if (at + 1 == line.length() || line.charAt(at + 1) != '"') {
                return at;
            }
            at = line.indexOf('"', at + 2);
        }
        throw new BadRow("a quote is not closed (a value over several lines is not supported)");
    }
}
