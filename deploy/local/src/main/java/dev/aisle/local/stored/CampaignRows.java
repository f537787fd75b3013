package dev.aisle.local.stored;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Flag;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code metric_fact}: what an event adds to the measures of the metrics that every shop begins with; {@code person_item}: the products that a person saw
 * or bought last; {@code person}: how often a person bought.
 */
final class CampaignRows {
    static final String FACTS = "campaign.metric_fact";
    static final String ITEMS = "campaign.person_item";
    static final String PEOPLE = "campaign.person";
    private static final String STORED_FACTS =
            "select message_id, measure, value, pseudonym from metric_fact where message_id = any(?) or pseudonym = any(?)";
    /** {@code aisle.campaign.recent-items}, as the service is packaged. */
    private static final int KEPT_ITEMS = 20;

    private static final Set<EventType> TELLING =
            Set.of(EventType.PRODUCT_VIEW, EventType.CART_ADD, EventType.WISHLIST_ADD, EventType.PURCHASE);

    private CampaignRows() {}

    static List<Deviation> compare(PastEvents events, Connection connection) throws SQLException {
        var all = new ArrayList<Deviation>();
        all.addAll(Comparison.of(
                FACTS,
                events.all().stream()
                        .filter(event -> !isRobot(event))
                        .flatMap(CampaignRows::facts)
                        .toList(),
                Query.rows(
                        connection,
                        STORED_FACTS,
                        row -> fact(row.getString(1), row.getString(2), row.getBigDecimal(3), row.getString(4)),
                        events.ids(),
                        events.people())));
        var lasting = lastOfEach(events);
        all.addAll(Comparison.of(
                ITEMS,
                lasting.entrySet().stream()
                        .map(one -> item(one.getValue(), one.getKey()))
                        .toList(),
                Query.rows(
                        connection,
                        "select pseudonym, product_id from person_item where pseudonym = any(?)",
                        row -> {
                            var place = new Place(row.getString(1), row.getString(2));
                            return item(lasting.getOrDefault(place, "no event"), place);
                        },
                        events.people())));
        all.addAll(Comparison.of(
                PEOPLE,
                events.byPerson().entrySet().stream()
                        .map(one -> purchases(one.getKey(), bought(one.getValue())))
                        .toList(),
                Query.rows(
                        connection,
                        "select pseudonym, purchases from person where pseudonym = any(?)",
                        row -> purchases(row.getString(1), row.getLong(2)),
                        events.people())));
        return all;
    }

    private static boolean isRobot(ShopEvent event) {
        return event.getContext().getAutomated()
                || event.getRefinement().getFlagsList().stream().anyMatch(flag -> flag.getKind() == Flag.Kind.BOT);
    }

    private static Stream<Row> facts(ShopEvent event) {
        return switch (event.getType()) {
            case PRODUCT_VIEW, CART_ADD -> Stream.of(counted(event));
            case PURCHASE -> Stream.concat(Stream.of(counted(event), pieces(event)), revenue(event));
            default -> Stream.of();
        };
    }

    private static Row counted(ShopEvent event) {
        return fact(event, event.getType() + "/count", BigDecimal.ONE);
    }

    private static Row pieces(ShopEvent event) {
        var pieces = event.getItemsList().stream()
                .mapToDouble(item -> item.hasQuantity() ? item.getQuantity() : 1)
                .sum();
        return fact(event, "PURCHASE/quantity", BigDecimal.valueOf(pieces));
    }

    private static Stream<Row> revenue(ShopEvent event) {
        var order = event.getOrder();
        var paid = order.hasRevenue() ? order.getRevenue() : order.getTotal();
        return paid.getCurrency().equals("EUR")
                ? Stream.of(fact(event, "PURCHASE/revenue/EUR", BigDecimal.valueOf(paid.getMinorUnits(), 2)))
                : Stream.of();
    }

    private static Row fact(ShopEvent event, String measure, BigDecimal value) {
        return fact(event.getMessageId(), measure, value, event.getPseudonym());
    }

    private static Row fact(String event, String measure, BigDecimal value, String person) {
        return new Row(event, measure + " = " + value.stripTrailingZeros().toPlainString() + ", person " + person);
    }

    private record Place(String person, String product) {}

    private record Last(Place place, String event, Timestamp at) {}

    /** The latest event of each product that is kept of a person; those of one moment are ordered by their products. */
    private static Map<Place, String> lastOfEach(PastEvents events) {
        var all = new HashMap<Place, String>();
        events.byPerson()
                .forEach((person, own) -> latest(person, own).values().stream()
                        .sorted(Comparator.comparing(Last::at, CampaignRows::order)
                                .reversed()
                                .thenComparing(last -> last.place().product()))
                        .limit(KEPT_ITEMS)
                        .forEach(last -> all.put(last.place(), last.event())));
        return all;
    }

    private static Map<Place, Last> latest(String person, List<ShopEvent> events) {
        var latest = new HashMap<Place, Last>();
        for (var event : events) {
            if (TELLING.contains(event.getType())) {
                for (Item item : event.getItemsList()) {
                    if (!item.getProductId().isEmpty()) {
                        var last = new Last(
                                new Place(person, item.getProductId()), event.getMessageId(), event.getOccurredAt());
                        latest.merge(last.place(), last, (a, b) -> order(a.at(), b.at()) > 0 ? a : b);
                    }
                }
            }
        }
        return latest;
    }

    private static int order(Timestamp one, Timestamp other) {
        return Comparator.comparingLong(Timestamp::getSeconds)
                .thenComparingInt(Timestamp::getNanos)
                .compare(one, other);
    }

    private static Row item(String event, Place place) {
        return new Row(event, "product " + place.product() + ", person " + place.person());
    }

    private static long bought(List<ShopEvent> events) {
        return events.stream()
                .filter(event -> event.getType() == EventType.PURCHASE)
                .count();
    }

    private static Row purchases(String person, long count) {
        return new Row(person, count + " purchases");
    }
}
