package dev.aisle.ingest.catalog.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A product document out of the cells of a row or the elements of an item, which are all texts. */
final class FlatDocument {
    private static final Set<String> AMOUNTS = Set.of("price", "listPrice", "salePrice", "cost");
    private static final Pattern AMOUNT_CURRENCY = Pattern.compile("([-+.,\\d]+)\\s*([A-Za-z]{3})");
    private static final Pattern CURRENCY_AMOUNT = Pattern.compile("([A-Za-z]{3})\\s*([-+.,\\d]+)");
    private static final Set<String> YES = Set.of("true", "yes", "y", "1");
    private static final Set<String> NO = Set.of("false", "no", "n", "0");
    private static final String CURRENCY = "currency";

    private final ObjectNode document = Entry.Json.object();

    private FlatDocument() {}

    /** The document of these texts by field; empty ones count as not there. */
    static ObjectNode of(Map<String, String> texts) {
        FlatDocument flat = new FlatDocument();
        texts.forEach((field, text) -> {
            if (!text.isBlank()) {
                flat.put(field, text.strip());
            }
        });
        flat.categoryOfGoogle(texts.getOrDefault("googleCategory", "").strip());
        return flat.document;
    }

    private void put(String field, String text) {
        if (AMOUNTS.contains(field)) {
            amount(field, text);
        } else if (field.equals(CURRENCY)) {
            currency(text);
        } else if (field.equals("inStock")) {
            flag(field, text);
        } else if (field.startsWith(ColumnNames.ATTRIBUTE)) {
            document.withObjectProperty("attributes").put(field.substring(ColumnNames.ATTRIBUTE.length()), text);
        } else if (field.startsWith("localized.")) {
            localized(field, text);
        } else if (!field.equals("googleCategory")) {
            document.put(field, text);
        }
    }

    /** "12.99 USD", "USD 12.99" or "12.99". */
    private void amount(String field, String text) {
        Matcher after = AMOUNT_CURRENCY.matcher(text);
        Matcher before = CURRENCY_AMOUNT.matcher(text);
        if (after.matches()) {
            document.put(field, after.group(1));
            currency(after.group(2));
        } else if (before.matches()) {
            document.put(field, before.group(2));
            currency(before.group(1));
        } else {
            document.put(field, text);
        }
    }

    /** A document has one currency: two of them are none, and that is told as a fault of the field. */
    private void currency(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        String known = document.path(CURRENCY).asText(upper);
        document.put(CURRENCY, known.equalsIgnoreCase(upper) ? upper : "?");
    }

    private void flag(String field, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (YES.contains(lower) || NO.contains(lower)) {
            document.put(field, YES.contains(lower));
        } else {
            document.put(field, text);
        }
    }

    private void localized(String field, String text) {
        String[] parts = field.split("\\.", 3);
        if (parts.length == 3) {
            document.withObjectProperty("localized")
                    .withObjectProperty(parts[1])
                    .put(parts[2], text);
        }
    }

    /** Google's own taxonomy stands in for a category of the shop, and stays an attribute beside one. */
    private void categoryOfGoogle(String category) {
        if (category.isEmpty()) {
            return;
        }
        document.withObjectProperty("attributes").put("google_product_category", category);
        if (!document.has("category")) {
            document.put("category", category);
        }
    }
}
