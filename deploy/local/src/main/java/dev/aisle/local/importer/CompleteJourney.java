package dev.aisle.local.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.client.Json;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Complete Journey of 84.51° (CC0): baskets of households in a chain of grocery shops, and its products. */
final class CompleteJourney {
    static final String NAME = "completejourney";
    private static final String CURRENCY = "USD";
    private final Collected collected = new Collected(NAME);
    private final Map<String, ObjectNode> products = new LinkedHashMap<>();
    private final Map<String, BigDecimal> shelfPrices = new HashMap<>();
    private final Map<String, Basket> baskets = new LinkedHashMap<>();

    static boolean isTransactions(CsvFile file) {
        return file.has("household_id", "basket_id", "product_id", "quantity", "sales_value", "transaction_timestamp");
    }

    static boolean isProducts(CsvFile file) {
        return file.has("product_id", "department", "brand", "product_category", "product_type");
    }

    Collected read(Optional<CsvFile> productFile, Optional<CsvFile> transactionFile) {
        productFile.ifPresent(file -> file.forEach(this::product, collected::add));
        transactionFile.ifPresent(file -> file.forEach(this::transaction, collected::add));
        baskets.values().stream().flatMap(basket -> basket.items(NAME).stream()).forEach(collected::add);
        products.forEach((id, product) -> {
            var price = shelfPrices.get(id);
            if (price != null && price.signum() > 0) {
                product.put("price", price).put("currency", CURRENCY);
            }
            collected.add(id, product);
        });
        return collected;
    }

    private void product(Row row) throws BadRow {
        var id = row.required("product_id");
        var path = Stream.of("department", "product_category", "product_type")
                .map(column -> Wording.title(row.text(column)))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(" > "));
        var product = Json.object()
                .put("productId", id)
                .put("title", title(row, id))
                .put("category", path)
                .put("brand", row.text("brand"))
                .put("inStock", true);
        var size = row.text("package_size");
        if (!size.isEmpty()) {
            product.putObject("attributes").put("packageSize", size);
        }
        products.put(id, product);
    }

    private static String title(Row row, String id) {
        var name = Stream.of("product_type", "product_category", "department")
                .map(row::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("Product " + id);
        var size = row.text("package_size");
        return Wording.title(name) + (size.isEmpty() ? "" : ", " + size);
    }

    private void transaction(Row row) throws BadRow {
        var household = row.required("household_id");
        var basketId = row.required("basket_id");
        var productId = row.required("product_id");
        var at = row.time("transaction_timestamp");
        var quantity = row.whole("quantity");
        var paid = row.number("sales_value");
        if (quantity < 0 || paid.signum() < 0) {
            throw new BadRow("a negative quantity or sales_value");
        }
        var shelf = paid.add(row.number("retail_disc")).add(row.number("coupon_match_disc"));
        shelfPrices.put(productId, Prices.each(shelf, quantity));
        // Where a coupon paid for the whole piece, the register wrote quantity 0: one piece was taken home.
        var pieces = Math.max(1, quantity);
        var product = products.getOrDefault(productId, Json.object());
        baskets.computeIfAbsent(basketId, id -> new Basket(id, "Order Completed", household, at, CURRENCY))
                .add(new Basket.Line(
                        Basket.product(
                                productId,
                                product.path("category").asText(),
                                product.path("brand").asText()),
                        BigDecimal.valueOf(pieces),
                        Prices.each(paid, pieces)));
        collected.used();
    }
}
