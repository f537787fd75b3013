package dev.aisle.platform.console;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** A table as a file for a spreadsheet (RFC 4180). A text that a spreadsheet would compute is put behind an apostrophe. */
public final class CsvTable {
    private static final String COMPUTED = "=+-@\t\r";

    private final StringBuilder text = new StringBuilder();

    /** With the names of its columns. */
    public CsvTable(String... columns) {
        row((Object[]) columns);
    }

    /** A row; nothing is an empty cell, numbers are written with a point. */
    public CsvTable row(@Nullable Object... cells) {
        for (int n = 0; n < cells.length; n++) {
            text.append(n == 0 ? "" : ",").append(cell(cells[n]));
        }
        text.append("\r\n");
        return this;
    }

    /**
     * 200 with the file.
     *
     * @param name of the file, without its ending
     */
    public Response file(String name) {
        return Response.ok(text.toString(), "text/csv;charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9_-]", "-") + ".csv\"")
                .build();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number number) {
            return Double.isFinite(number.doubleValue()) ? number.toString() : "";
        }
        String plain = value.toString();
        String safe = !plain.isEmpty() && COMPUTED.indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
