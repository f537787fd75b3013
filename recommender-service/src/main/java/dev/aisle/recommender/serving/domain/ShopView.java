package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.Shelf;
import dev.aisle.recommender.search.content.ContentSpace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a list can be made of.
 *
 * @param model {@code null} before the first training
 * @param shelf as of now
 * @param unknown products that the model doesn't know, the newest first, as of a moment ago
 * @param content {@code null} when descriptions aren't compared
 * @param recent what people dealt with lately
 */
public record ShopView(
        @Nullable ModelView model,
        Shelf shelf,
        List<CatalogueItem> unknown,
        @Nullable ContentSpace content,
        Recent recent) {}
