package dev.aisle.profile.models.domain;

import dev.aisle.algorithms.customers.PurchaseSpan;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.domain.PersonItem;
import dev.aisle.profile.people.domain.PersonOrder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A person's purchases by day of the shop: what the lifetime models and RFM know of a person.
 *
 * @param amounts by day since 1970-01-01, what was paid in minor units; of an order whose revenue isn't known, price times quantity
 */
public record PurchaseDays(SortedMap<Long, Long> amounts) {
    /** The purchases until a moment. */
    public static PurchaseDays of(PersonEvents events, ZoneId zone, Instant asOf) {
        SortedMap<Long, Long> amounts = new TreeMap<>();
        for (PersonEvent event : events.list()) {
            if (event.type() == EventType.PURCHASE && !event.at().isAfter(asOf)) {
                long day = event.at().atZone(zone).toLocalDate().toEpochDay();
                amounts.merge(day, amount(event), Long::sum);
            }
        }
        return new PurchaseDays(amounts);
    }

    private static long amount(PersonEvent event) {
        PersonOrder order = event.order();
        Long revenue = order == null ? null : order.revenue();
        if (revenue != null) {
            return Math.max(0, revenue);
        }
        double sum = 0;
        for (PersonItem item : event.items()) {
            Long price = item.price();
            sum += price == null ? 0 : price * item.quantity();
        }
        return Math.max(0, Math.round(sum));
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

    /** What was paid on all days but the first: a Gamma-Gamma model's amount is its mean. */
    public long repeated() {
        return amounts.values().stream().skip(1).mapToLong(Long::longValue).sum();
    }
}
