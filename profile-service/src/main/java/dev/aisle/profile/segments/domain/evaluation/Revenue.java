package dev.aisle.profile.segments.domain.evaluation;

import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonItem;
import dev.aisle.profile.people.domain.PersonOrder;
import dev.aisle.profile.segments.domain.rule.EventQuery;

/** What was paid in an event, in minor units. */
final class Revenue {
    private Revenue() {}

    /** Of the order; of the items that fulfil the conditions on items when there are such, or when the order doesn't say. */
    static long of(PersonEvent event, EventQuery query) {
        PersonOrder order = event.order();
        Long revenue = order == null ? null : order.revenue();
        return revenue != null && !Matching.asksForItems(query)
                ? revenue
                : Matching.items(event, query).stream().mapToLong(Revenue::of).sum();
    }

    private static long of(PersonItem item) {
        Long price = item.price();
        return price == null ? 0 : Math.round(price * item.quantity());
    }
}
