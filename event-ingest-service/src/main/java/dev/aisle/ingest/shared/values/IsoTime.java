package dev.aisle.ingest.shared.values;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Moments in ISO 8601. Every event has one or two, nearly always in the form that {@code Date.toISOString} writes, which is read
 * here without the machinery of a formatter; whatever else there is goes to the JDK.
 */
final class IsoTime {
    /** Places of the digits and of what stands between them in {@code 2026-11-25T09:00:00.000Z}; 0 stands for a digit. */
    private static final String FORM = "0000-00-00T00:00:00.000Z";

    private static final int SECONDS_OF_DAY = 86_400;
    private static final int NANOS_OF_MILLI = 1_000_000;

    private IsoTime() {}

    /** The moment; {@code null} when the text is none or has no zone. */
    static @Nullable Instant parse(String text) {
        try {
            return hasUsualForm(text) ? usual(text) : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean hasUsualForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char expected = FORM.charAt(i);
            if (expected == '0' ? c < '0' || c > '9' : c != expected) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Instant usual(String text) {
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        return Instant.ofEpochSecond(
                day * SECONDS_OF_DAY + hour * 3_600L + minute * 60L + second,
                (long) number(text, 20, 23) * NANOS_OF_MILLI);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
