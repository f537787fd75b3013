package dev.aisle.local.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.client.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The lines of one order, cancellation or refund, and the events they become. */
final class Basket {
    /** Keeps the event below the door's 32 KB; a larger basket becomes several events of the same order. */
    private static final int MOST_LINES = 100;

    /**
     * One line.
     *
     * @param product what the product is: product_id, and category and brand where known
     * @param price   of one piece
     */
    record Line(ObjectNode product, BigDecimal quantity, BigDecimal price) {
        BigDecimal total() {
            return quantity.multiply(price);
        }
    }

    private final String id;
    private final String event;
    private final String customer;
    private final Instant at;
    private final String currency;
    private final List<Line> lines = new ArrayList<>();

    Basket(String id, String event, String customer, Instant at, String currency) {
        this.id = id;
        this.event = event;
        this.customer = customer;
        this.at = at;
        this.currency = currency;
    }

    void add(Line line) {
        lines.add(line);
    }

    List<Item> items(String dataset) {
        var items = new ArrayList<Item>();
        for (int from = 0; from < lines.size(); from += MOST_LINES) {
            var part = lines.subList(from, Math.min(lines.size(), from + MOST_LINES));
            var suffix = from == 0 ? "" : ":" + (from / MOST_LINES + 1);
            items.add(item(MessageIds.of(dataset, id + suffix), part));
        }
        return items;
    }

    private Item item(String messageId, List<Line> part) {
        var json = Segment.track(messageId, event, customer, at);
        var properties = json.putObject("properties").put("order_id", id).put("currency", currency);
        var total = part.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        properties.put("total", Prices.rounded(total));
        var products = properties.putArray("products");
        for (var line : part) {
            products.add(
                    line.product().deepCopy().put("quantity", line.quantity()).put("price", line.price()));
        }
        return Segment.item(json, customer);
    }

    static ObjectNode product(String id, String category, String brand) {
        var product = Json.object().put("product_id", id);
        if (!category.isEmpty()) {
            product.put("category", category);
        }
        if (!brand.isEmpty()) {
            product.put("brand", brand);
        }
        return product;
    }
}
