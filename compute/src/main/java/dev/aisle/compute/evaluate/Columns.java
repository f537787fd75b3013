package dev.aisle.compute.evaluate;

import dev.aisle.compute.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a file holds which field: as {@code --columns} says, else by names that are familiar.
 *
 * @param header of the file
 * @param places of the fields that there are
 */
record Columns(List<String> header, Map<String, Integer> places) {
    /** Numbers about an item that somebody else made of it, such as an embedding of its title, with spaces between them. */
    static final String VECTOR = "vector";

    /** Texts about an item. */
    static final List<String> ATTRIBUTES =
            List.of("title", "description", "category", "department", "brand", "price", VECTOR);

    private static final Map<String, List<String>> FAMILIAR = familiar();

    private static Map<String, List<String>> familiar() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        names.put(
                "user",
                List.of(
                        "user",
                        "user_id",
                        "userid",
                        "customerid",
                        "customer_id",
                        "household_id",
                        "visitorid",
                        "visitor_id"));
        names.put(
                "item",
                List.of(
                        "item",
                        "product",
                        "item_id",
                        "itemid",
                        "product_id",
                        "productid",
                        "stockcode",
                        "movieid",
                        "movie_id",
                        "sku"));
        names.put("time", List.of("time", "timestamp", "transaction_timestamp", "invoicedate", "event_time", "date"));
        names.put("quantity", List.of("quantity"));
        names.put("event", List.of("event", "event_type"));
        // A column "weight" of a shop is kilograms: these must be asked for.
        names.put("weight", List.of());
        names.put("order", List.of());
        names.put("currency", List.of());
        names.put("rating", List.of("rating", "stars"));
        names.put("title", List.of("title", "name", "product_name", "product_type"));
        names.put("description", List.of("description"));
        names.put("category", List.of("category", "product_category", "genres"));
        names.put("department", List.of("department"));
        names.put("brand", List.of("brand"));
        names.put("price", List.of("price", "unitprice"));
        names.put(VECTOR, List.of(VECTOR, "embedding"));
        return names;
    }

    /** Finds the columns of a file. */
    static Columns of(Optional<String> asked, List<String> header) {
        Map<String, String> mapped = asked.map(Columns::parse).orElse(Map.of());
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> field : FAMILIAR.entrySet()) {
            String column = mapped.get(field.getKey());
            int place = column == null ? familiar(field.getValue(), header) : header.indexOf(column);
            if (column != null && place < 0) {
                throw new UsageException(
                        "--columns: the file has no column " + column + ", only " + String.join(", ", header));
            }
            if (place >= 0) {
                places.put(field.getKey(), place);
            }
        }
        return new Columns(header, places);
    }

    private static int familiar(List<String> names, List<String> header) {
        List<String> lower = header.stream()
                .map(name -> name.trim().toLowerCase(Locale.ROOT))
                .toList();
        return names.stream()
                .mapToInt(lower::indexOf)
                .filter(place -> place >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static Map<String, String> parse(String text) {
        Map<String, String> mapped = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            String[] pair = part.split("=", 2);
            String field = canonical(pair[0].trim());
            if (pair.length < 2 || pair[1].isBlank() || !FAMILIAR.containsKey(field)) {
                throw new UsageException("--columns: expected field=column pairs with the fields "
                        + String.join(", ", FAMILIAR.keySet()) + "; was '" + part + "'");
            }
            mapped.put(field, pair[1].trim());
        }
        return mapped;
    }

    /** The importer calls the item a product. */
    private static String canonical(String field) {
        return switch (field) {
            case "product" -> "item";
            case "type" -> "event";
            default -> field;
        };
    }

    /** Refuses a file that lacks a field. */
    Columns with(String... fields) {
        for (String field : fields) {
            if (!places.containsKey(field)) {
                throw new UsageException("the columns " + String.join(", ", header) + " aren't familiar: which one is "
                        + field + "? Say --columns user=…,item=…,time=…[,event=…,quantity=…,weight=…,rating=…]");
            }
        }
        return this;
    }

    boolean has(String field) {
        return places.containsKey(field);
    }

    /** A cell; empty when there is no such column. */
    String text(String field, String[] cells) {
        Integer place = places.get(field);
        return place == null ? "" : cells[place].trim();
    }

    /** A number; {@code absent} when there is no such column or the cell is empty. */
    double number(String field, String[] cells, double absent) {
        String text = text(field, cells);
        if (text.isEmpty()) {
            return absent;
        }
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            value = Double.NaN;
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(field + ": expected a number, was '" + text + "'");
        }
        return value;
    }
}
