package dev.aisle.local.importer;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * One line of a CSV file, by the names of its columns.
 *
 * @param number the line's number in the file, from 1
 */
record Row(long number, List<String> cells, Map<String, Integer> columns) {
    private static final int LONGEST_ID = 200;

    /** The cell without surrounding blanks; empty when the file hasn't that column. */
    String text(String column) {
        var index = columns.get(column);
        return index == null ? "" : cells.get(index).strip();
    }

    String required(String column) throws BadRow {
        var text = text(column);
        if (text.isEmpty()) {
            throw new BadRow(column + " is empty");
        }
        if (text.length() > LONGEST_ID) {
            throw new BadRow(column + " is longer than " + LONGEST_ID + " characters");
        }
        return text;
    }

    BigDecimal number(String column) throws BadRow {
        var text = required(column);
        try {
            var value = new BigDecimal(text);
            if (value.precision() - value.scale() > 12 || value.scale() > 12) {
                throw new BadRow(column + " is out of range: " + text);
            }
            return value;
        } catch (NumberFormatException e) {
            throw new BadRow(column + " is no number: \"" + text + "\"");
        }
    }

    /** A whole number; {@code 6.0} is one, as spreadsheets write it. */
    long whole(String column) throws BadRow {
        var value = number(column);
        try {
            return value.longValueExact();
        } catch (ArithmeticException e) {
            throw new BadRow(column + " is no whole number: \"" + text(column) + "\"");
        }
    }

    /** ISO 8601 with or without offset (then UTC), a date alone, or seconds or milliseconds since 1970. */
    Instant time(String column) throws BadRow {
        var text = required(column);
        try {
            if (text.matches("\\d{9,13}(\\.\\d+)?")) {
                var number = new BigDecimal(text).longValue();
                return number >= 100_000_000_000L ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
            }
            var iso = text.replace(' ', 'T');
            if (iso.length() == "2026-01-01".length()) {
                return LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new BadRow(column + " is no time in ISO 8601: \"" + text + "\"");
        }
    }
}
