package dev.aisle.assistant.shared;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads which days (UTC) a report is asked for. */
public sealed interface Days {
    /** Days of a report at most. */
    long MOST = 400;

    /** Days without a word about them. */
    long USUAL = 28;

    /** Both days included. */
    record Span(LocalDate from, LocalDate to) implements Days {}

    /** None. */
    record Wrong(String field, String message) implements Days {}

    /** Without {@code to} it is today, without {@code from} {@value #USUAL} days are told. */
    static Days read(@Nullable String from, @Nullable String to) {
        LocalDate last = to == null ? LocalDate.now(ZoneOffset.UTC) : day(to);
        if (last == null) {
            return new Wrong("to", "must be a day such as 2026-11-27");
        }
        LocalDate first = from == null ? last.minusDays(USUAL - 1) : day(from);
        if (first == null) {
            return new Wrong("from", "must be a day such as 2026-11-01");
        }
        if (first.isAfter(last)) {
            return new Wrong("from", "must not be after to");
        }
        return ChronoUnit.DAYS.between(first, last) >= MOST
                ? new Wrong("from", "must be less than " + MOST + " days before to")
                : new Span(first, last);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() >= 1970 && day.getYear() < 2100 ? day : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
