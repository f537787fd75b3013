package dev.aisle.ingest.rejections;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page of a list ends, from the newest to the oldest.
 *
 * @param at the time of its last entry
 * @param identity of that entry: tells apart what came at the same moment
 */
public record PageCursor(Instant at, long identity) {
    /** The form in which a client carries it. */
    public String text() {
        String plain = at.getEpochSecond() + "." + at.getNano() + "." + identity;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads that form; empty when it is something else. */
    public static Optional<PageCursor> of(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("\\.", 4);
            return parts.length == 3
                    ? Optional.of(new PageCursor(
                            Instant.ofEpochSecond(Long.parseLong(parts[0]), Integer.parseInt(parts[1])),
                            Long.parseLong(parts[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    boolean isBefore(Instant time, long of) {
        return time.isBefore(at) || (time.equals(at) && of > identity);
    }
}
