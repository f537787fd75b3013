package dev.aisle.recommender.catalog;

import dev.aisle.recommender.catalog.CatalogueItem.Sale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which products may stand in a list. What can't be had never does.
 *
 * @param categories any of these, each with its subtree; empty: all
 * @param brands any of these; empty: all
 * @param price the range
 * @param inStockOnly refuses what can only be ordered ahead, and what has no piece left
 * @param productIds any of these; empty: all
 * @param attributes each of these with just this value
 * @param domain what the domain of the list allows
 */
public record ItemFilter(
        List<String> categories,
        Set<String> brands,
        PriceRange price,
        boolean inStockOnly,
        Set<String> productIds,
        Map<String, String> attributes,
        DomainRule domain) {
    /** Takes everything that can be had. */
    public static final ItemFilter NONE =
            new ItemFilter(List.of(), Set.of(), PriceRange.ANY, false, Set.of(), Map.of());

    public ItemFilter {
        categories = List.copyOf(categories);
        brands = Set.copyOf(brands);
        productIds = Set.copyOf(productIds);
        attributes = Map.copyOf(attributes);
    }

    /** A filter that takes products of any domain. */
    public ItemFilter(
            List<String> categories,
            Set<String> brands,
            PriceRange price,
            boolean inStockOnly,
            Set<String> productIds,
            Map<String, String> attributes) {
        this(categories, brands, price, inStockOnly, productIds, attributes, DomainRule.ANY);
    }

    /** The same under the rule of a domain. */
    public ItemFilter in(DomainRule rule) {
        return new ItemFilter(categories, brands, price, inStockOnly, productIds, attributes, rule);
    }

    /** A filter that doesn't look at attributes. */
    public ItemFilter(
            List<String> categories,
            Set<String> brands,
            PriceRange price,
            boolean inStockOnly,
            Set<String> productIds) {
        this(categories, brands, price, inStockOnly, productIds, Map.of());
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
        return isForSale(item) && matches(item);
    }

    /** Whether it can be had, in the sense of this filter. */
    public boolean isForSale(CatalogueItem item) {
        return item.sale() != Sale.NO
                && !(inStockOnly && (item.sale() == Sale.PREORDER || item.stock() == 0))
                && domain.allows(item);
    }

    /** Whether it is of the kind that is asked for. */
    public boolean matches(CatalogueItem item) {
        return domain.isOfDomain(item)
                && (brands.isEmpty() || brands.contains(item.brand()))
                && (productIds.isEmpty() || productIds.contains(item.productId()))
                && price.accepts(item.price())
                && (categories.isEmpty() || isWithinAny(item.category()))
                && hasAttributes(item);
    }

    private boolean hasAttributes(CatalogueItem item) {
        if (attributes.isEmpty()) {
            return true;
        }
        Map<String, String> own = item.attributes();
        return attributes.entrySet().stream()
                .allMatch(wanted -> wanted.getValue().equals(own.get(wanted.getKey())));
    }

    /** Whether it is within one of the categories asked for. */
    public boolean isWithinAny(@Nullable Category category) {
        return category != null && categories.stream().anyMatch(category::isWithin);
    }
}
