package dev.aisle.profile.people.values.domain;

import dev.aisle.algorithms.customers.PurchaseSpan;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A person's purchases by day of the shop: what the lifetime models and RFM know of a person, when they are fitted and when they are asked.
 *
 * @param amounts by day since 1970-01-01, what was paid in minor units
 */
public record PurchaseDays(SortedMap<Long, Long> amounts) {
    public PurchaseDays {
        amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    }

    public boolean isEmpty() {
        return amounts.isEmpty();
    }

    /** When. */
    public PurchaseSpan span() {
        PurchaseSpan span = PurchaseSpan.NONE;
        for (long day : amounts.keySet()) {
            span = span.add(day);
        }
        return span;
    }

    /** Everything paid. */
    public long total() {
        return amounts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What was paid on all days but the first. */
    public long repeated() {
        return amounts.values().stream().skip(1).mapToLong(Long::longValue).sum();
    }

    /** The amount of a Gamma-Gamma model: the mean of all days but the first; 0 when there is none. */
    public double meanOfRepeats() {
        return amounts.size() < 2 ? 0 : repeated() / (amounts.size() - 1.0);
    }
}
