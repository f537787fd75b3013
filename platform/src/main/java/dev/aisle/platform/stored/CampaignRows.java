package dev.aisle.platform.stored;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Flag;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code metric_fact}: what an event adds to the measures of the metrics that every shop begins with; {@code person_item}: the products that a person saw
 * or bought last; {@code person}: how often a person bought.
 */
final class CampaignRows {
    static final String FACTS = "campaign.metric_fact";
    static final String ITEMS = "campaign.person_item";
    static final String PEOPLE = "campaign.person";
    private static final String REVENUE = "PURCHASE/revenue/";
    private static final Set<String> KNOWN =
            Set.of("PRODUCT_VIEW/count", "CART_ADD/count", "PURCHASE/count", "PURCHASE/quantity");
    private static final String MEASURES = """
            select measure, min(changed_at) from (
                select measure, changed_at from metric union all select per, changed_at from metric where per is not null) as asked
            group by measure
            """;
    private static final BigDecimal GREATEST = new BigDecimal("1e12");
    private static final int DIGITS = 6;
    private static final String STORED_FACTS = """
            select message_id, measure, value, pseudonym, at from metric_fact
            where pseudonym = any(?) and at >= any(cast(? as timestamptz[]))
            """;
    /** {@code aisle.campaign.recent-items}, as the service is packaged. */
    private static final int KEPT_ITEMS = 20;

    private static final Set<EventType> TELLING =
            Set.of(EventType.PRODUCT_VIEW, EventType.CART_ADD, EventType.WISHLIST_ADD, EventType.PURCHASE);

    private CampaignRows() {}

    /** Facts, as far as the shop's metrics ask for them and this class knows what they follow from. */
    static Comparison facts(PastEvents events, Connection connection) throws SQLException {
        var asked = asked(events, connection);
        var stored = Query.rows(
                connection,
                STORED_FACTS,
                row -> fact(
                        row.getString(1),
                        row.getString(2),
                        row.getBigDecimal(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()),
                events.people(),
                events.from());
        return Comparison.of(
                FACTS,
                events.allowed(Set.of(Purpose.ANALYTICS))
                        .filter(event -> !isRobot(event))
                        .flatMap(CampaignRows::facts)
                        .filter(row -> asked.contains(measure(row)))
                        .toList(),
                stored.stream()
                        .filter(row -> asked.contains(measure(row)) && events.concern(row.event(), row.at()))
                        .toList());
    }

    /** What is kept of people as a whole, which follows from everything that they ever did. */
    static List<Comparison> people(PastEvents events, Connection connection) throws SQLException {
        var lasting = lastOfEach(events);
        return List.of(
                Comparison.of(
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
                                events.people())),
                Comparison.of(
                        PEOPLE,
                        events.byPerson().entrySet().stream()
                                .map(one -> purchases(one.getKey(), bought(one.getValue())))
                                .toList(),
                        Query.rows(
                                connection,
                                "select pseudonym, purchases from person where pseudonym = any(?)",
                                row -> purchases(row.getString(1), row.getLong(2)),
                                events.people())));
    }

    /** The measures that the shop's metrics asked for all of the time. */
    private static Set<String> asked(PastEvents events, Connection connection) throws SQLException {
        var all = Query.rows(
                connection,
                MEASURES,
                row -> isKnown(row.getString(1))
                                && (events.since().equals(Instant.EPOCH)
                                        || row.getTimestamp(2).toInstant().isBefore(events.since()))
                        ? row.getString(1)
                        : "");
        return Set.copyOf(new HashSet<>(all));
    }

    private static boolean isKnown(String measure) {
        return KNOWN.contains(measure) || (measure.startsWith(REVENUE) && measure.length() == REVENUE.length() + 3);
    }

    private static String measure(Row fact) {
        return fact.content().substring(0, fact.content().indexOf(' '));
    }

    private static boolean isRobot(ShopEvent event) {
        return event.getContext().getAutomated()
                || event.getRefinement().getFlagsList().stream().anyMatch(flag -> flag.getKind() == Flag.Kind.BOT);
    }

    private static Stream<Row> facts(ShopEvent event) {
        return switch (event.getType()) {
            case PRODUCT_VIEW, CART_ADD -> Stream.of(counted(event));
            case PURCHASE ->
                Stream.of(Stream.of(counted(event)), pieces(event), revenue(event))
                        .flatMap(all -> all);
            default -> Stream.of();
        };
    }

    private static Row counted(ShopEvent event) {
        return fact(event, event.getType() + "/count", BigDecimal.ONE);
    }

    private static Stream<Row> pieces(ShopEvent event) {
        var pieces = event.getItemsList().stream()
                .mapToDouble(item -> item.hasQuantity() ? item.getQuantity() : 1)
                .sum();
        return Double.isFinite(pieces) ? number(event, "PURCHASE/quantity", BigDecimal.valueOf(pieces)) : Stream.of();
    }

    private static Stream<Row> revenue(ShopEvent event) {
        var order = event.getOrder();
        var paid = order.hasRevenue() ? order.getRevenue() : order.getTotal();
        return digits(paid.getCurrency())
                .boxed()
                .flatMap(digits ->
                        number(event, REVENUE + paid.getCurrency(), BigDecimal.valueOf(paid.getMinorUnits(), digits)));
    }

    /** What is too large to be true counts for nothing, and six digits behind the point are kept. */
    private static Stream<Row> number(ShopEvent event, String measure, BigDecimal value) {
        return value.abs().compareTo(GREATEST) > 0
                ? Stream.of()
                : Stream.of(fact(
                        event, measure, value.setScale(Math.clamp(value.scale(), 0, DIGITS), RoundingMode.HALF_EVEN)));
    }

    /** Of the currency's main unit behind the point; none of what is no currency. */
    private static IntStream digits(String currency) {
        if (!currency.matches("[A-Z]{3}")) {
            return IntStream.empty();
        }
        return IntStream.of(Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(currency) && known.getDefaultFractionDigits() >= 0)
                .mapToInt(Currency::getDefaultFractionDigits)
                .findFirst()
                .orElse(2));
    }

    private static Row fact(ShopEvent event, String measure, BigDecimal value) {
        return fact(event.getMessageId(), measure, value, event.getPseudonym(), PastEvents.at(event));
    }

    private static Row fact(String event, String measure, BigDecimal value, String person, Instant at) {
        return new Row(event, measure + " = " + value.stripTrailingZeros().toPlainString() + ", person " + person, at);
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
