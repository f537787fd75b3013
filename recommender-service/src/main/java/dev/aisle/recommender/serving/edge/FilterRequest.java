package dev.aisle.recommender.serving.edge;

import dev.aisle.recommender.catalog.DomainRule;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.catalog.ItemFilter.PriceRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in a list; everything may be left out.
 *
 * @param category one category; the same as {@code categories} with one entry
 * @param brand one brand
 * @param domain of the products; without it that of what stands beside the list, else the placement's
 * @param currency of the prices; without it each price counts in its own
 */
record FilterRequest(
        @Nullable String category,
        @Nullable List<@Nullable String> categories,
        @Nullable String brand,
        @Nullable List<@Nullable String> brands,
        @Nullable BigDecimal minPrice,
        @Nullable BigDecimal maxPrice,
        @Nullable String currency,
        @Nullable Boolean inStockOnly,
        @Nullable List<@Nullable String> productIds,
        @Nullable Map<String, @Nullable String> attributes,
        @Nullable String domain) {
    static final FilterRequest NONE =
            new FilterRequest(null, null, null, null, null, null, null, null, null, null, null);

    ItemFilter checked(Checks checks) {
        checks.text("filters.category", Texts.orEmpty(category));
        checks.texts("filters.categories", Texts.orEmpty(categories));
        checks.text("filters.brand", Texts.orEmpty(brand));
        checks.texts("filters.brands", Texts.orEmpty(brands));
        checks.text("filters.currency", Texts.orEmpty(currency));
        checks.ids("filters.productIds", Texts.orEmpty(productIds), Checks.MOST_EXCLUDED);
        checks.prices("filters.minPrice", minPrice, "filters.maxPrice", maxPrice);
        Map<String, String> wanted = new TreeMap<>();
        if (attributes != null) {
            checks.attributes("filters.attributes", attributes);
            attributes.forEach((name, value) -> wanted.put(name, Texts.orEmpty(value)));
        }
        return new ItemFilter(
                both(category, categories),
                Set.copyOf(both(brand, brands)),
                new PriceRange(minPrice, maxPrice, Texts.orEmpty(currency).isBlank() ? null : currency),
                Boolean.TRUE.equals(inStockOnly),
                Set.copyOf(Texts.present(productIds)),
                wanted,
                DomainRule.of(Texts.orEmpty(domain).strip()));
    }

    private static List<String> both(@Nullable String one, @Nullable List<@Nullable String> several) {
        List<String> all = new ArrayList<>(Texts.present(several));
        if (one != null && !one.isBlank()) {
            all.add(one);
        }
        return all;
    }
}
