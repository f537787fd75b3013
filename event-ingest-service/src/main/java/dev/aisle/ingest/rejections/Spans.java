package dev.aisle.ingest.rejections;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Moments as an operator writes them: a time with a zone, or how long ago. */
public final class Spans {
    static final String EXPECTED = "expected a time such as 2026-11-25T09:00:00Z, or how long ago, such as PT1H";
    private static final Duration LONGEST = Duration.ofDays(365);

    private Spans() {}

    /** A text that is no moment. */
    public static final class NoMoment extends Exception {
        private final String field;

        NoMoment(String field) {
            super(field + ": " + EXPECTED);
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    /** The moment in that parameter, or the given one when there is none. */
    public static @Nullable Instant moment(String field, @Nullable String text, @Nullable Instant otherwise)
            throws NoMoment {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            if (!text.startsWith("P")) {
                return OffsetDateTime.parse(text).toInstant();
            }
            Duration ago = Duration.parse(text);
            if (!ago.isNegative() && ago.compareTo(LONGEST) <= 0) {
                return Instant.now().minus(ago);
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        throw new NoMoment(field);
    }
}
