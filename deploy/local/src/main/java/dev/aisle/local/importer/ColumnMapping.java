package dev.aisle.local.importer;

import dev.aisle.local.shell.CommandFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which column holds what: {@code user=customer_no,product=sku,time=ts}. What is not mapped is looked for under its own name.
 */
record ColumnMapping(Map<String, String> columns) {
    static final List<String> EVENT_FIELDS =
            List.of("user", "product", "time", "event", "order", "quantity", "price", "currency", "category", "brand");
    static final List<String> CATALOGUE_FIELDS =
            List.of("product", "title", "description", "category", "brand", "price", "currency", "url", "imageUrl");

    static ColumnMapping parse(String text, List<String> fields) {
        var columns = new LinkedHashMap<String, String>();
        fields.forEach(field -> columns.put(field, field));
        if (!text.isBlank()) {
            for (var pair : text.split(",", -1)) {
                var parts = pair.split("=", 2);
                if (parts.length != 2 || parts[1].isBlank()) {
                    throw new CommandFailure("--columns takes field=column pairs, not \"" + pair + "\".");
                }
                if (columns.replace(parts[0].strip(), parts[1].strip()) == null) {
                    throw new CommandFailure("--columns knows no field \"" + parts[0] + "\"; there are "
                            + String.join(", ", fields) + ".");
                }
            }
        }
        return new ColumnMapping(Map.copyOf(columns));
    }

    String of(String field) {
        return columns.getOrDefault(field, field);
    }

    void require(CsvFile file, String... fields) {
        for (var field : fields) {
            if (!file.has(of(field))) {
                throw new CommandFailure(
                        file.name() + " has no column for \"" + field + "\". It has " + String.join(", ", file.header())
                                + ": say which one it is with --columns " + field + "=COLUMN.");
            }
        }
    }
}
