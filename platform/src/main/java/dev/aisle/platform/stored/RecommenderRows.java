package dev.aisle.platform.stored;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/** {@code interaction}: one row a product of an event that says something about it. */
final class RecommenderRows {
    static final String INTERACTIONS = "recommender.interaction";
    private static final String STORED = """
            select event_id, pseudonym, product_id, type, occurred_at from interaction
            where pseudonym = any(?) and occurred_at >= any(cast(? as timestamptz[]))
            """;
    private static final int NONE = 0;
    /** An interaction that neither may use isn't kept. */
    private static final Set<Purpose> PURPOSES = Set.of(Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING);

    private RecommenderRows() {}

    static Comparison compare(PastEvents events, Connection connection) throws SQLException {
        var stored = Query.rows(
                connection,
                STORED,
                row -> new Row(
                        row.getString(1),
                        content(row.getString(2), row.getString(3), row.getInt(4)),
                        row.getTimestamp(5).toInstant()),
                events.people(),
                events.from());
        return Comparison.of(
                INTERACTIONS,
                events.allowed(PURPOSES).flatMap(RecommenderRows::interactions).toList(),
                stored.stream()
                        .filter(row -> events.concern(row.event(), row.at()))
                        .toList());
    }

    private static Stream<Row> interactions(ShopEvent event) {
        int type = type(event);
        return type == NONE
                ? Stream.of()
                : event.getItemsList().stream()
                        .map(Item::getProductId)
                        .filter(product -> !product.isEmpty())
                        .distinct()
                        .map(product -> new Row(
                                event.getMessageId(),
                                content(event.getPseudonym(), product, type),
                                PastEvents.at(event)));
    }

    private static String content(String person, String product, int type) {
        return "product " + product + ", type " + type + ", person " + person;
    }

    /** The number in the database. Who rates a product in the lower half doesn't want more of it. */
    private static int type(ShopEvent event) {
        var review = event.getReview();
        return switch (event.getType()) {
            case PRODUCT_VIEW -> 1;
            case LIST_CLICK -> 2;
            case WISHLIST_ADD -> 3;
            case CART_ADD -> 4;
            case REVIEW -> review.getRating() * 2 >= review.getRatingMax() ? 5 : NONE;
            case PURCHASE -> 6;
            default -> NONE;
        };
    }
}
