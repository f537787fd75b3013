package dev.aisle.algorithms.customers.replenishment;

import dev.aisle.algorithms.customers.PurchaseSpan;

/**
 * The gaps between one customer's purchases of one thing.
 *
 * @param gaps how many are complete, 0 to 10⁹
 * @param total their sum, in days; 0 exactly when there is none
 */
public record GapHistory(long gaps, double total) {
    /** Nothing is known of this person yet. */
    public static final GapHistory NONE = new GapHistory(0, 0);

    private static final long MOST = 1_000_000_000;

    /** @throws IllegalArgumentException when a number is negative or the sum doesn't fit the number of gaps */
    public GapHistory {
        if (gaps < 0 || gaps > MOST || !Double.isFinite(total) || total < 0 || (gaps == 0) != (total == 0)) {
            throw new IllegalArgumentException("gaps: expected a number and their sum, was " + gaps + ", " + total);
        }
    }

    /** From the record that is kept per person. */
    public static GapHistory of(PurchaseSpan span) {
        return span.count() < 2 ? NONE : new GapHistory(span.repeats(), span.lastDay() - span.firstDay());
    }
}
