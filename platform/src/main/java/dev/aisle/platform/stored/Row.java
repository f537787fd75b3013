package dev.aisle.platform.stored;

import java.time.Instant;
import java.util.Comparator;

/**
 * A row of a table, as far as it is compared: two rows with the same event and content are alike.
 *
 * @param event the event, coupon use or consent that it rests on
 * @param content the columns that follow from it, in words
 * @param at when what it tells happened; the epoch where nobody asks
 */
public record Row(String event, String content, Instant at) implements Comparable<Row> {
    private static final Comparator<Row> ORDER =
            Comparator.comparing(Row::event).thenComparing(Row::content);

    /** A row of no time. */
    Row(String event, String content) {
        this(event, content, Instant.EPOCH);
    }

    @Override
    public int compareTo(Row other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row row && compareTo(row) == 0;
    }

    @Override
    public int hashCode() {
        return event.hashCode() * 31 + content.hashCode();
    }
}
