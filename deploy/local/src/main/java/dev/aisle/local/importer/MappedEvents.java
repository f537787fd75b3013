package dev.aisle.local.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Any event file whose columns are said: one line an event, or one line of an order. */
final class MappedEvents {
    private static final String ORDER = "Order Completed";
    private static final Map<String, String> NAMES = Map.of(
            "view", "Product Viewed",
            "product_view", "Product Viewed",
            "click", "Product Clicked",
            "cart", "Product Added",
            "cart_add", "Product Added",
            "addtocart", "Product Added",
            "cart_remove", "Product Removed",
            "purchase", ORDER,
            "transaction", ORDER,
            "refund", "Order Refunded");

    private final CsvFile file;
    private final ColumnMapping columns;
    private final Collected collected;
    private final Map<String, Basket> baskets = new LinkedHashMap<>();

    MappedEvents(CsvFile file, ColumnMapping columns) {
        this.file = file;
        this.columns = columns;
        this.collected = new Collected(file.name().replaceAll("\\.(csv|tsv|txt|gz)", ""));
    }

    Collected read() {
        columns.require(file, "user", "product", "time");
        file.forEach(this::line, collected::add);
        baskets.values().stream()
                .flatMap(basket -> basket.items(collected.dataset()).stream())
                .forEach(collected::add);
        return collected;
    }

    private void line(Row row) throws BadRow {
        var user = row.required(columns.of("user"));
        var at = row.time(columns.of("time"));
        var product = Basket.product(
                row.required(columns.of("product")), row.text(columns.of("category")), row.text(columns.of("brand")));
        var quantity = row.text(columns.of("quantity")).isEmpty() ? BigDecimal.ONE : row.number(columns.of("quantity"));
        var price = row.text(columns.of("price")).isEmpty() ? BigDecimal.ZERO : row.number(columns.of("price"));
        if (quantity.signum() <= 0 || price.signum() < 0) {
            throw new BadRow("a quantity below 1 or a negative price");
        }
        var order = row.text(columns.of("order"));
        var event = event(row, order);
        if (event.startsWith("Order ")) {
            var id = order.isEmpty() ? "line-" + row.number() : order;
            baskets.computeIfAbsent(id, key -> new Basket(key, event, user, at, currency(row)))
                    .add(new Basket.Line(product, quantity, Prices.rounded(price)));
        } else {
            collected.add(single(row, event, user, at, product.put("quantity", quantity)));
        }
        collected.used();
    }

    private Item single(Row row, String event, String user, Instant at, ObjectNode product) throws BadRow {
        var json = Segment.track(MessageIds.of(collected.dataset(), "" + row.number()), event, user, at);
        var price = row.text(columns.of("price"));
        if (!price.isEmpty()) {
            product.put("price", Prices.rounded(row.number(columns.of("price"))))
                    .put("currency", currency(row));
        }
        json.set("properties", product);
        return Segment.item(json, user);
    }

    private String event(Row row, String order) {
        var named = row.text(columns.of("event"));
        if (named.isEmpty()) {
            return order.isEmpty() ? "Product Viewed" : ORDER;
        }
        return NAMES.getOrDefault(named.toLowerCase(Locale.ROOT), named);
    }

    private String currency(Row row) {
        var currency = row.text(columns.of("currency"));
        return currency.isEmpty() ? "USD" : currency;
    }
}
