package dev.aisle.privacy.rights.export;

import dev.aisle.platform.export.SubjectExport.Field;
import dev.aisle.platform.export.SubjectExport.Section;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sections as CSV. A value that a spreadsheet would take for a formula gets an apostrophe before it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvText {
    private static final String END = "\r\n";

    private CsvText() {}

    static String of(Section section) {
        List<String> names = section.fields().stream().map(Field::name).toList();
        StringBuilder text = new StringBuilder(line(names));
        for (Map<String, Object> record : section.records()) {
            text.append(line(names.stream()
                    .map(name -> record.getOrDefault(name, "").toString())
                    .toList()));
        }
        return text.toString();
    }

    static String line(List<String> values) {
        return values.stream().map(CsvText::cell).collect(Collectors.joining(",")) + END;
    }

    private static String cell(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 && !isNumber(value);
        String safe = formula ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static boolean isNumber(String value) {
        return value.matches("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    }
}
