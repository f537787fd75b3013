package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.catalog.domain.CatalogueItem;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which products may stand in this list.
 *
 * @param filter what is asked for
 * @param excluded what must not stand in it
 * @param page what earlier pages showed
 */
public record Eligible(ItemFilter filter, Set<String> excluded, Page page) {
    /** Whether a product may; {@code null} may not. */
    public boolean test(@Nullable CatalogueItem product) {
        return product != null
                && !excluded.contains(product.productId())
                && !page.hasShown(product.productId())
                && filter.accepts(product);
    }
}
