package dev.aisle.profile.segments.domain.language;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Spans of time in whole minutes: {@code 7 days} in text, {@code P7D} in JSON. */
final class Spans {
    private static final Pattern ISO =
            Pattern.compile("P(\\d{1,4}D)?(T(\\d{1,6}H)?(\\d{1,7}M)?)?", Pattern.CASE_INSENSITIVE);

    private Spans() {}

    /** What the words say: {@code 7}, {@code days}. */
    static Optional<Duration> ofWords(long amount, String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "minute", "minutes" -> Optional.of(Duration.ofMinutes(amount));
            case "hour", "hours" -> Optional.of(Duration.ofHours(amount));
            case "day", "days" -> Optional.of(Duration.ofDays(amount));
            case "week", "weeks" -> Optional.of(Duration.ofDays(Math.multiplyExact(7L, amount)));
            default -> Optional.empty();
        };
    }

    static String words(Duration span) {
        long minutes = span.toMinutes();
        if (minutes % 1_440 == 0) {
            return amount(minutes / 1_440, "day");
        }
        return minutes % 60 == 0 ? amount(minutes / 60, "hour") : amount(minutes, "minute");
    }

    private static String amount(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    static Optional<Duration> ofIso(String text) {
        if (!ISO.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static String iso(Duration span) {
        long minutes = span.toMinutes();
        if (minutes % 1_440 == 0) {
            return "P" + minutes / 1_440 + "D";
        }
        return minutes % 60 == 0 ? "PT" + minutes / 60 + "H" : "PT" + minutes + "M";
    }
}
