package dev.aisle.profile.people.values.domain;

import dev.aisle.algorithms.customers.coupon.CouponUse;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.domain.PersonItem;
import dev.aisle.profile.people.domain.PersonOrder;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody bought, the oldest first. Of several events with one order id the first counts.
 *
 * @param list purchases
 */
public record Orders(List<PersonEvent> list) {
    /** The orders among events. */
    public static Orders of(PersonEvents events) {
        Set<String> ids = new HashSet<>();
        List<PersonEvent> orders = new ArrayList<>();
        for (PersonEvent event : events.list()) {
            if (event.type() == EventType.PURCHASE && (idOf(event).isEmpty() || ids.add(idOf(event)))) {
                orders.add(event);
            }
        }
        return new Orders(List.copyOf(orders));
    }

    private static String idOf(PersonEvent event) {
        return event.order() == null ? "" : event.order().order();
    }

    /** By day of the shop's clock. */
    public PurchaseDays days(ZoneId shop) {
        SortedMap<Long, Long> amounts = new TreeMap<>();
        list.forEach(order -> amounts.merge(day(order, shop), amount(order), Long::sum));
        return new PurchaseDays(amounts);
    }

    /** Everything paid, in minor units. */
    public long spent() {
        return list.stream().mapToLong(Orders::amount).sum();
    }

    /** How many were cheaper by a coupon or another discount, of those of which it is known. */
    public CouponUse coupons() {
        CouponUse use = CouponUse.NONE;
        for (PersonEvent event : list) {
            PersonOrder order = event.order();
            use = order == null ? use : use.add(order.reduced());
        }
        return use;
    }

    /** The day since 1970-01-01 of the shop's clock. */
    public static long day(PersonEvent order, ZoneId shop) {
        return order.at().atZone(shop).toLocalDate().toEpochDay();
    }

    /** What was paid; of an order that doesn't say, the prices of its items. */
    private static long amount(PersonEvent event) {
        PersonOrder order = event.order();
        @Nullable Long revenue = order == null ? null : order.revenue();
        if (revenue != null) {
            return Math.max(0, revenue);
        }
        double sum = 0;
        for (PersonItem item : event.items()) {
            @Nullable Long price = item.price();
            sum += price == null ? 0 : price * item.quantity();
        }
        return Math.max(0, Math.round(sum));
    }
}
