package dev.aisle.local.importer;

import dev.aisle.local.client.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Online Retail (UCI, CC0): the invoices of a British gift shop, cancellations among them. */
final class OnlineRetail {
    static final String NAME = "online_retail";
    private static final String CURRENCY = "GBP";
    /** Five digits, perhaps a letter for the colour. The rest is postage, discount, fees and corrections. */
    private static final Pattern PRODUCT = Pattern.compile("\\d{5}[A-Za-z]{0,2}");

    private final Collected collected = new Collected(NAME);
    private final Map<String, Basket> baskets = new LinkedHashMap<>();

    static boolean recognises(CsvFile file) {
        return file.has("InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID");
    }

    Collected read(CsvFile file) {
        file.forEach(this::line, collected::add);
        baskets.values().stream().flatMap(basket -> basket.items(NAME).stream()).forEach(collected::add);
        return collected;
    }

    private void line(Row row) throws BadRow {
        var invoice = row.required("InvoiceNo");
        var code = row.required("StockCode");
        if (!PRODUCT.matcher(code).matches()) {
            throw new BadRow("StockCode is no product: \"" + code + "\"");
        }
        var price = row.number("UnitPrice");
        if (price.signum() < 0) {
            throw new BadRow("UnitPrice is negative");
        }
        describe(row, code, price);
        var customer = row.required("CustomerID");
        var at = row.time("InvoiceDate");
        var quantity = row.whole("Quantity");
        if (quantity == 0) {
            throw new BadRow("Quantity is 0");
        }
        var event = event(invoice, quantity);
        // An invoice holds one customer and one minute; a stray line with a negative quantity is a refund beside it.
        var key = event.equals("Order Refunded") ? invoice + "-R" : invoice;
        baskets.computeIfAbsent(key, id -> new Basket(id, event, customer, at, CURRENCY))
                .add(new Basket.Line(
                        Basket.product(code, "", ""), BigDecimal.valueOf(Math.abs(quantity)), Prices.rounded(price)));
        collected.used();
    }

    private static String event(String invoice, long quantity) {
        if (invoice.startsWith("C")) {
            return "Order Cancelled";
        }
        return quantity < 0 ? "Order Refunded" : "Order Completed";
    }

    private void describe(Row row, String code, BigDecimal price) {
        var title = row.text("Description");
        // Notes of the warehouse ("damaged?") stand in the same column, in small letters and without a price.
        if (title.isEmpty() || price.signum() == 0) {
            return;
        }
        collected.add(
                code,
                Json.object()
                        .put("productId", code)
                        .put("title", Wording.title(title))
                        .put("category", "Gifts")
                        .put("price", Prices.rounded(price))
                        .put("currency", CURRENCY)
                        .put("inStock", true));
    }
}
