package dev.aisle.local.importer;

import dev.aisle.local.client.Json;

/** Any catalogue file whose columns are said: one line a product. */
final class MappedCatalogue {
    private final CsvFile file;
    private final ColumnMapping columns;
    private final Collected collected;

    MappedCatalogue(CsvFile file, ColumnMapping columns) {
        this.file = file;
        this.columns = columns;
        this.collected = new Collected(file.name().replaceAll("\\.(csv|tsv|txt|gz)", ""));
    }

    Collected read() {
        columns.require(file, "product", "title");
        file.forEach(this::line, collected::add);
        return collected;
    }

    private void line(Row row) throws BadRow {
        var id = row.required(columns.of("product"));
        var product = Json.object().put("productId", id).put("inStock", true);
        for (var field : new String[] {"title", "description", "category", "brand", "url", "imageUrl"}) {
            var text = row.text(columns.of(field));
            if (!text.isEmpty()) {
                product.put(field, text);
            }
        }
        if (!product.has("title")) {
            throw new BadRow("title is empty");
        }
        if (!row.text(columns.of("price")).isEmpty()) {
            var price = row.number(columns.of("price"));
            if (price.signum() < 0) {
                throw new BadRow("price is negative");
            }
            var currency = row.text(columns.of("currency"));
            product.put("price", Prices.rounded(price)).put("currency", currency.isEmpty() ? "USD" : currency);
        }
        collected.add(id, product);
        collected.used();
    }
}
