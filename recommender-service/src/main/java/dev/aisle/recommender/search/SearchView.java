package dev.aisle.recommender.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.Price;
import dev.aisle.recommender.search.SearchResult.Hit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code /v1/search}.
 *
 * @param understood which transcript the first hit fits best
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SearchView(
        List<HitView> hits,
        @Nullable Integer nextOffset,
        boolean byMeaning,
        boolean complete,
        @Nullable String nothing,
        @Nullable String understood) {
    /** A product that was found. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HitView(
            String productId,
            String title,
            @Nullable BigDecimal price,
            @Nullable String currency,
            float score,
            String source,
            String brand,
            String category,
            String url,
            String imageUrl) {
        private static HitView of(Hit hit) {
            CatalogueItem product = hit.product();
            Price price = product.price();
            return new HitView(
                    product.productId(),
                    product.title(),
                    price == null ? null : price.amount(),
                    price == null ? null : price.currency(),
                    hit.score(),
                    hit.source().label(),
                    product.brand(),
                    product.category() == null ? "" : product.category().path(),
                    product.url(),
                    product.imageUrl());
        }
    }

    static SearchView of(SearchResult result) {
        return new SearchView(
                result.hits().stream().map(HitView::of).toList(),
                result.nextOffset() < 0 ? null : result.nextOffset(),
                result.byMeaning(),
                result.complete(),
                result.nothing() == null ? null : result.nothing().name(),
                result.understood());
    }
}
