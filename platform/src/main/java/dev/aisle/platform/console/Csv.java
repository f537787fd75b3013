package dev.aisle.platform.console;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table to take along (RFC 4180): {@code Csv.of("day", "people").row(day, 25).download("people")}. */
public final class Csv {
    private static final String LINE_END = "\r\n";

    private final List<String> lines = new ArrayList<>();

    private Csv() {}

    /** With these columns. */
    public static Csv of(String... columns) {
        return new Csv().row((Object[]) columns);
    }

    /** One more line; null is an empty cell. */
    public Csv row(@Nullable Object... cells) {
        lines.add(Stream.of(cells).map(Csv::cell).collect(Collectors.joining(",")));
        return this;
    }

    /** The whole table. */
    public String text() {
        return String.join(LINE_END, lines) + LINE_END;
    }

    /**
     * 200 with the table as a file.
     *
     * @param name of the file without its ending
     */
    public Response download(String name) {
        return Response.ok(text(), "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .build();
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof Number ? value.toString() : harmless(value.toString());
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    /** A spreadsheet takes a text that begins so for a formula. */
    private static String harmless(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
