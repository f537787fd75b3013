package dev.aisle.compute.evaluate;

import dev.aisle.compute.UsageException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A split by time.
 *
 * @param first the first moment of the test
 * @param text how it was asked for, and the moment when a share was
 */
record TemporalSplit(Instant first, String text) {
    private static final String PREFIX = "temporal:";

    /** {@code temporal:2017-10-01}, or {@code temporal:0.8} for the time before which that share of the events lies. */
    static TemporalSplit parse(String text, List<Event> events) {
        String rest = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "";
        try {
            if (rest.contains("-")) {
                Instant first =
                        LocalDate.parse(rest).atStartOfDay(ZoneOffset.UTC).toInstant();
                return new TemporalSplit(first, text);
            }
            double share = Double.parseDouble(rest);
            if (share > 0 && share < 1 && !events.isEmpty()) {
                Instant first =
                        events.stream().map(Event::time).sorted().toList().get((int) (share * events.size()));
                return new TemporalSplit(first, text + " (" + first + ")");
            }
        } catch (DateTimeException | NumberFormatException e) {
            // the same answer as for a share out of range
        }
        throw new UsageException(
                "--split: expected temporal:YYYY-MM-DD or temporal:SHARE with 0 < SHARE < 1, was " + text);
    }
}
