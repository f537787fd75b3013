package dev.aisle.compute.evaluate;

import dev.aisle.compute.UsageException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which column of an event file holds what.
 *
 * @param user who
 * @param item what
 * @param time when
 * @param quantity how much; lines with nothing or less are returns and don't count
 */
record Columns(String user, String item, String time, Optional<String> quantity) {
    private static final List<Columns> FAMILIAR = List.of(
            new Columns("household_id", "product_id", "transaction_timestamp", Optional.of("quantity")),
            new Columns("CustomerID", "StockCode", "InvoiceDate", Optional.of("Quantity")),
            new Columns("user", "item", "time", Optional.of("quantity")),
            new Columns("user", "item", "time", Optional.empty()));

    /** The columns that were asked for, or those of a file whose header is familiar. */
    static Columns of(Optional<String> asked, List<String> header) {
        Columns columns = asked.map(Columns::parse).orElseGet(() -> familiar(header));
        for (String column : columns.all()) {
            if (!header.contains(column)) {
                throw new UsageException(
                        "--columns: the file has no column " + column + ", only " + String.join(", ", header));
            }
        }
        return columns;
    }

    private List<String> all() {
        return quantity.map(q -> List.of(user, item, time, q)).orElse(List.of(user, item, time));
    }

    private static Columns familiar(List<String> header) {
        return FAMILIAR.stream()
                .filter(columns -> header.containsAll(columns.all()))
                .findFirst()
                .orElseThrow(() -> new UsageException("the columns " + String.join(", ", header)
                        + " aren't familiar; say --columns user=…,item=…,time=…[,quantity=…]"));
    }

    private static Columns parse(String text) {
        Map<String, String> parts = Arrays.stream(text.split(",", -1))
                .map(part -> part.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(p -> p[0].trim(), p -> p[1].trim(), (a, b) -> b, LinkedHashMap::new));
        String quantity = parts.remove("quantity");
        String user = parts.remove("user");
        String item = parts.remove("item");
        String time = parts.remove("time");
        if (user == null || item == null || time == null || !parts.isEmpty()) {
            throw new UsageException("--columns: expected user=…,item=…,time=…[,quantity=…], was " + text);
        }
        return new Columns(user, item, time, Optional.ofNullable(quantity));
    }
}
