package dev.aisle.local.importer;

import dev.aisle.local.shell.CommandFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which column holds what: {@code user=customer_no,product=sku,time=ts}. What is not mapped is looked for under its own name, unless the
 * mapping says that the column of this name holds something else.
 *
 * @param columns the columns that were said, by field
 */
record ColumnMapping(Map<String, String> columns) {
    private static final String NOWHERE = "\0";
    static final List<String> EVENT_FIELDS =
            List.of("user", "product", "time", "event", "order", "quantity", "price", "currency", "category", "brand");
    static final List<String> CATALOGUE_FIELDS =
            List.of("product", "title", "description", "category", "brand", "price", "currency", "url", "imageUrl");

    static ColumnMapping parse(String text, List<String> fields) {
        var columns = new LinkedHashMap<String, String>();
        if (!text.isBlank()) {
            for (var pair : text.split(",", -1)) {
                var parts = pair.split("=", 2);
                if (parts.length != 2 || parts[1].isBlank()) {
                    throw new CommandFailure("--columns takes field=column pairs, not \"" + pair + "\".");
                }
                if (!fields.contains(parts[0].strip())) {
                    throw new CommandFailure("--columns knows no field \"" + parts[0] + "\"; there are "
                            + String.join(", ", fields) + ".");
                }
                columns.put(parts[0].strip(), parts[1].strip());
            }
        }
        return new ColumnMapping(Map.copyOf(columns));
    }

    String of(String field) {
        return columns.getOrDefault(field, columns.containsValue(field) ? NOWHERE : field);
    }

    /** Refuses a file without a column that was said, and one without a column for a field that every line needs. */
    void require(CsvFile file, String... fields) {
        columns.forEach((field, column) -> {
            if (!file.has(column)) {
                throw new CommandFailure(file.name() + " has no column \"" + column + "\", which --columns names for \""
                        + field + "\". It has " + String.join(", ", file.header()) + ".");
            }
        });
        var missing = Stream.of(fields).filter(field -> !file.has(of(field))).toList();
        if (!missing.isEmpty()) {
            throw new CommandFailure(file.name() + " has no column for \"" + String.join("\" and \"", missing)
                    + "\". It has " + String.join(", ", file.header()) + ": say which one it is with --columns "
                    + String.join(
                            ",",
                            missing.stream().map(field -> field + "=COLUMN").toList()) + ".");
        }
    }
}
