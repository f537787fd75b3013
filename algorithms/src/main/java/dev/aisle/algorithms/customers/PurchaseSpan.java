package dev.aisle.algorithms.customers;

/**
 * When a person bought, in four numbers: enough for every lifetime model and for the time until the next purchase. Counts, minima
 * and maxima only, so that {@link #add} and {@link #merge} give the same state in any order.
 *
 * @param count purchase days; several purchases of one day are one, and whoever adds sees to it that a day is added once
 * @param firstDay the first purchase, in days since 1970-01-01; 0 without a purchase
 * @param previousDay the last but one, {@code firstDay} when there is only one
 * @param lastDay the last
 */
public record PurchaseSpan(long count, long firstDay, long previousDay, long lastDay) {
    /** Nobody has bought. */
    public static final PurchaseSpan NONE = new PurchaseSpan(0, 0, 0, 0);

    /** @throws IllegalArgumentException when the days aren't in order */
    public PurchaseSpan {
        boolean ordered = firstDay <= previousDay && previousDay <= lastDay;
        if (count < 0 || !ordered || (count < 2 && firstDay != lastDay)) {
            throw new IllegalArgumentException("span: expected first ≤ previous ≤ last, was " + count + ": " + firstDay
                    + ", " + previousDay + ", " + lastDay);
        }
    }

    /** One purchase. */
    public static PurchaseSpan on(long day) {
        return new PurchaseSpan(1, day, day, day);
    }

    /** With one more purchase, of any day. */
    public PurchaseSpan add(long day) {
        return merge(on(day));
    }

    /** The purchases of both, of which none may be in both. */
    public PurchaseSpan merge(PurchaseSpan other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        if (lastDay < other.lastDay) {
            return other.merge(this);
        }
        long previous = count == 1 ? other.lastDay : Math.max(previousDay, other.lastDay);
        return new PurchaseSpan(
                Math.addExact(count, other.count), Math.min(firstDay, other.firstDay), previous, lastDay);
    }

    /** Purchases behind the first: the {@code x} of the lifetime models. */
    public long repeats() {
        return Math.max(0, count - 1);
    }
}
