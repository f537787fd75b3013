package dev.aisle.compute.evaluate;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Reads times: ISO 8601 with or without zone (then UTC) or time of day, or seconds or milliseconds since 1970. */
final class Moment {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,13}(\\.\\d{1,9})?");
    private static final BigDecimal LATEST_SECONDS = BigDecimal.valueOf(99_999_999_999L);

    private Moment() {}

    /**
     * Milliseconds since 1970.
     *
     * @throws IllegalArgumentException when the text is no time; the message says what would be
     */
    static long millis(String text) {
        if (NUMBER.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text);
            return (number.compareTo(LATEST_SECONDS) > 0 ? number : number.movePointRight(3)).longValue();
        }
        try {
            return iso(text.replace(' ', 'T')).toEpochMilli();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "expected a time such as 2024-01-31, 2024-01-31T12:00:00Z or seconds since 1970, was '" + text
                            + "'",
                    e);
        }
    }

    private static Instant iso(String text) {
        if (!text.contains("T")) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        }
    }
}
