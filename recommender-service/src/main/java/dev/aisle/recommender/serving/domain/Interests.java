package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.catalog.domain.Category;
import dev.aisle.recommender.catalog.domain.Shelf;
import dev.aisle.recommender.models.domain.TrainedModel;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The leaf categories that signals point to, and what is popular in them. */
final class Interests {
    private final Map<Category, Float> weights = new HashMap<>();

    Interests(Signals signals, Shelf shelf) {
        for (Signal signal : signals.all()) {
            CatalogueItem product = shelf.get(signal.productId());
            if (product != null && product.category() != null) {
                weights.merge(product.category(), signal.weight(), Float::sum);
            }
        }
    }

    boolean isEmpty() {
        return weights.isEmpty();
    }

    /**
     * Popularity within the categories, each times its share of the interest.
     *
     * @param products of the model, place by place; {@code null} where the shelf has none
     */
    float[] scores(TrainedModel model, @Nullable CatalogueItem[] products) {
        float[] popularity = model.popularity().scores();
        Map<Category, Float> highest = new HashMap<>();
        for (int item = 0; item < popularity.length; item++) {
            Category category = categoryOf(products[item]);
            if (category != null && weights.containsKey(category)) {
                highest.merge(category, popularity[item], Math::max);
            }
        }
        float[] scores = new float[popularity.length];
        for (int item = 0; item < popularity.length; item++) {
            Category category = categoryOf(products[item]);
            Float most = category == null ? null : highest.get(category);
            if (category != null && most != null && most > 0) {
                scores[item] = weights.getOrDefault(category, 0f) * popularity[item] / most;
            }
        }
        return scores;
    }

    private static @Nullable Category categoryOf(@Nullable CatalogueItem product) {
        return product == null ? null : product.category();
    }
}
