package dev.aisle.profile.people.values.domain;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.customers.PurchaseSpan;
import dev.aisle.algorithms.customers.replenishment.GapHistory;
import dev.aisle.algorithms.customers.replenishment.Replenishment;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonItem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When something will be bought again.
 *
 * @param product empty: anything of the category
 * @param category empty when it isn't known
 * @param lastBought the shop's day, at its beginning
 * @param due the median
 * @param from the beginning of the interval
 * @param until its end
 * @param overdue probability that it would have been bought again by now
 */
public record Due(
        String product, String category, Instant lastBought, Instant due, Instant from, Instant until, double overdue) {
    private static final int MOST = 20;

    private record Thing(String product, String category) {}

    /** What was bought on two days or more, and categories of which the gaps are fitted; the soonest first, at most {@value #MOST}. */
    static List<Due> of(Orders orders, ZoneId shop, Instant now, Fitted fitted) {
        Map<Thing, TreeSet<Long>> days =
                new TreeMap<>(Comparator.comparing(Thing::product).thenComparing(Thing::category));
        for (PersonEvent order : orders.list()) {
            for (PersonItem item : order.items()) {
                things(item)
                        .forEach(thing -> days.computeIfAbsent(thing, _ -> new TreeSet<>())
                                .add(Orders.day(order, shop)));
            }
        }
        return days.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), shop, now, fitted))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Due::due)
                        .thenComparing(Due::product)
                        .thenComparing(Due::category))
                .limit(MOST)
                .toList();
    }

    private static Stream<Thing> things(PersonItem item) {
        Thing product = new Thing(item.product(), item.category());
        return item.category().isEmpty() ? Stream.of(product) : Stream.of(product, new Thing("", item.category()));
    }

    private static @Nullable Due of(Thing thing, TreeSet<Long> days, ZoneId shop, Instant now, Fitted fitted) {
        Replenishment ofCategory = fitted.gaps().categories().get(thing.category());
        Replenishment gaps = ofCategory == null ? fitted.gaps().anything() : ofCategory;
        boolean said = days.size() > 1 || (thing.product().isEmpty() && ofCategory != null);
        if (gaps == null || !said) {
            return null;
        }
        PurchaseSpan span = PurchaseSpan.NONE;
        for (long day : days) {
            span = span.add(day);
        }
        GapHistory history = GapHistory.of(span);
        Instant last = LocalDate.ofEpochDay(days.last()).atStartOfDay(shop).toInstant();
        double silence = Math.max(
                0,
                Duration.between(last, now).toMillis()
                        / (double) Duration.ofDays(1).toMillis());
        Estimate gap = fitted.estimates().nextGap(gaps, history);
        return new Due(
                thing.product(),
                thing.category(),
                last,
                after(last, gap.value()),
                after(last, gap.low()),
                after(last, gap.high()),
                gaps.overdue(history, silence));
    }

    /** At most a century later, so that a gap without end has a date. */
    private static Instant after(Instant last, double days) {
        double bounded = Math.min(days, 36_525);
        return last.plus(
                Duration.ofMillis(Math.round(bounded * Duration.ofDays(1).toMillis())));
    }
}
