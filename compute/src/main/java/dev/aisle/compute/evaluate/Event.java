package dev.aisle.compute.evaluate;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * Somebody did something with an item.
 *
 * @param user who
 * @param item what
 * @param time when
 */
record Event(String user, String item, Instant time) {
    private static final Pattern NUMBER = Pattern.compile("\\d{9,13}");
    private static final long LATEST_SECONDS = 99_999_999_999L;

    /** Reads a time: ISO 8601 with or without zone (then UTC) or time of day, or seconds or milliseconds since 1970. */
    static Instant time(String text) {
        if (NUMBER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            return number > LATEST_SECONDS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        }
        String iso = text.replace(' ', 'T');
        if (!iso.contains("T")) {
            return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException e) {
            return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        }
    }
}
