package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.catalog.domain.CatalogueItem.Sale;
import dev.aisle.recommender.catalog.domain.Category;
import dev.aisle.recommender.catalog.domain.Price;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which products may stand in a list. What can't be had never does.
 *
 * @param categories any of these, each with its subtree; empty: all
 * @param brands any of these; empty: all
 * @param price the range
 * @param inStockOnly refuses what can only be ordered ahead
 * @param productIds any of these; empty: all
 */
public record ItemFilter(
        List<String> categories, Set<String> brands, PriceRange price, boolean inStockOnly, Set<String> productIds) {
    /** Takes everything that can be had. */
    public static final ItemFilter NONE = new ItemFilter(List.of(), Set.of(), PriceRange.ANY, false, Set.of());

    public ItemFilter {
        categories = List.copyOf(categories);
        brands = Set.copyOf(brands);
        productIds = Set.copyOf(productIds);
    }

    /**
     * A range of prices.
     *
     * @param currency prices in another currency are out of the range; {@code null}: each counts in its own
     */
    public record PriceRange(
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable String currency) {
        /** Every price, and none. */
        public static final PriceRange ANY = new PriceRange(null, null, null);

        boolean accepts(@Nullable Price price) {
            if (min == null && max == null) {
                return true;
            }
            if (price == null || (currency != null && !currency.equals(price.currency()))) {
                return false;
            }
            BigDecimal amount = price.amount();
            return (min == null || amount.compareTo(min) >= 0) && (max == null || amount.compareTo(max) <= 0);
        }
    }

    /** Whether the product may stand in the list. */
    public boolean accepts(CatalogueItem item) {
        return item.sale() != Sale.NO
                && !(inStockOnly && item.sale() == Sale.PREORDER)
                && (brands.isEmpty() || brands.contains(item.brand()))
                && (productIds.isEmpty() || productIds.contains(item.productId()))
                && price.accepts(item.price())
                && (categories.isEmpty() || isWithinAny(item.category()));
    }

    private boolean isWithinAny(@Nullable Category category) {
        return category != null && categories.stream().anyMatch(category::isWithin);
    }
}
