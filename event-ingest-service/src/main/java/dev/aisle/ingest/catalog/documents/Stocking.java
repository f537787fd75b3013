package dev.aisle.ingest.catalog.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.aisle.contracts.catalog.v1.Availability;
import dev.aisle.contracts.ingest.v1.StockChange;
import dev.aisle.ingest.shared.values.Fields;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a product can be had, and how many there are. */
final class Stocking {
    private static final Map<String, Availability> NAMES = Map.of(
            "in_stock", Availability.IN_STOCK,
            "out_of_stock", Availability.OUT_OF_STOCK,
            "preorder", Availability.PREORDER,
            "pre_order", Availability.PREORDER,
            "backorder", Availability.PREORDER,
            "discontinued", Availability.DISCONTINUED);
    private static final long MOST = 1_000_000_000_000L;

    private Stocking() {}

    /** What the document says of the stock; {@code null} when it says nothing. */
    static @Nullable StockChange of(Fields fields) {
        Long stock = stock(fields);
        Availability availability = availability(fields);
        if (stock == null && availability == null) {
            return null;
        }
        StockChange.Builder change = StockChange.newBuilder();
        if (stock != null) {
            change.setStock(stock);
        }
        return change.setAvailability(availability == null ? byCount(stock) : availability)
                .build();
    }

    private static Availability byCount(@Nullable Long stock) {
        return stock != null && stock > 0 ? Availability.IN_STOCK : Availability.OUT_OF_STOCK;
    }

    private static @Nullable Long stock(Fields fields) {
        BigDecimal number = fields.number("stock");
        if (number == null) {
            return null;
        }
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        if (!whole || number.signum() < 0 || number.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            fields.faults().invalid("stock", "expected a whole number that is not negative");
            return null;
        }
        return number.longValueExact();
    }

    private static @Nullable Availability availability(Fields fields) {
        String text = fields.text("availability", 30).strip();
        if (!text.isEmpty()) {
            Availability named = NAMES.get(text.toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_"));
            if (named == null) {
                fields.faults()
                        .invalid(
                                "availability",
                                "expected one of in_stock, out_of_stock, preorder, backorder, discontinued");
            }
            return named;
        }
        JsonNode inStock = fields.raw("inStock");
        if (inStock instanceof MissingNode) {
            return null;
        }
        if (!inStock.isBoolean()) {
            fields.faults().invalid("inStock", "expected true or false");
        }
        return inStock.asBoolean() ? Availability.IN_STOCK : Availability.OUT_OF_STOCK;
    }
}
