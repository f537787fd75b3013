package dev.aisle.local.stored;

import java.util.Comparator;

/**
 * A row of a table, as far as it is compared.
 *
 * @param event the event, coupon use or consent that it rests on
 * @param content the columns that follow from it, in words
 */
record Row(String event, String content) implements Comparable<Row> {
    private static final Comparator<Row> ORDER =
            Comparator.comparing(Row::event).thenComparing(Row::content);

    @Override
    public int compareTo(Row other) {
        return ORDER.compare(this, other);
    }
}
