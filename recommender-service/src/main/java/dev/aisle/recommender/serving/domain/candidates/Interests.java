package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.Category;
import dev.aisle.recommender.catalog.Shelf;
import dev.aisle.recommender.serving.domain.Signal;
import dev.aisle.recommender.serving.domain.Signals;
import java.util.LinkedHashMap;
import java.util.Map;

/** The leaf categories that signals point to, each with the sum of their weights. */
public record Interests(Map<Category, Float> weights) {
    /** The interests that signals show; categories of other domains are none here. */
    public static Interests of(Signals signals, Shelf shelf) {
        Map<Category, Float> weights = new LinkedHashMap<>();
        for (Signal signal : signals.all()) {
            CatalogueItem product = shelf.get(signal.productId());
            if (product != null && product.category() != null && !signal.elsewhere()) {
                weights.merge(product.category(), signal.weight(), Float::sum);
            }
        }
        return new Interests(weights);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return weights.isEmpty();
    }
}
