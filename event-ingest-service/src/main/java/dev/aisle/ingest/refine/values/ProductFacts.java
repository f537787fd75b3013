package dev.aisle.ingest.refine.values;

import dev.aisle.contracts.events.v1.Item;

/** What the events of a product said of it last, whoever they were of. */
public record ProductFacts(String category, String brand) {
    public static final ProductFacts NONE = new ProductFacts("", "");

    /** These facts with what an item says. */
    public ProductFacts and(Item item) {
        return new ProductFacts(
                item.getCategory().isEmpty() ? category : item.getCategory(),
                item.getBrand().isEmpty() ? brand : item.getBrand());
    }
}
