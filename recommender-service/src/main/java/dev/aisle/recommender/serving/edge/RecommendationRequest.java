package dev.aisle.recommender.serving.edge;

import dev.aisle.recommender.serving.domain.Caps;
import dev.aisle.recommender.serving.domain.ItemFilter;
import dev.aisle.recommender.serving.domain.ItemFilter.PriceRange;
import dev.aisle.recommender.serving.domain.RecommendQuery;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/recommendations}; everything may be left out. */
record RecommendationRequest(
        @Nullable String subject,
        @Nullable String placement,
        @Nullable Integer size,
        @Nullable List<@Nullable String> contextItems,
        @Nullable List<@Nullable String> cart,
        @Nullable List<@Nullable String> exclude,
        @Nullable Filters filters,
        @Nullable Boolean explain,
        @Nullable Boolean includePurchased,
        @Nullable String locale) {
    private static final int USUAL_SIZE = 10;

    /** What may stand in the list. */
    record Filters(
            @Nullable String category,
            @Nullable String brand,
            @Nullable BigDecimal minPrice,
            @Nullable BigDecimal maxPrice,
            @Nullable Boolean inStockOnly) {
        private static final Filters NONE = new Filters(null, null, null, null, null);

        private ItemFilter checked(Checks checks) {
            checks.text("filters.category", orEmpty(category));
            checks.text("filters.brand", orEmpty(brand));
            checks.prices("filters.minPrice", minPrice, "filters.maxPrice", maxPrice);
            return new ItemFilter(
                    category == null || category.isBlank() ? List.of() : List.of(category),
                    brand == null || brand.isBlank() ? Set.of() : Set.of(brand),
                    new PriceRange(minPrice, maxPrice, null),
                    Boolean.TRUE.equals(inStockOnly),
                    Set.of());
        }
    }

    /** The query; of use only when the checks found nothing. */
    RecommendQuery checked(Checks checks) {
        checks.subject("subject", orEmpty(subject));
        checks.text("placement", orEmpty(placement));
        checks.size("size", size == null ? USUAL_SIZE : size);
        checks.ids("contextItems", orEmpty(contextItems), Checks.MOST_ITEMS);
        checks.ids("cart", orEmpty(cart), Checks.MOST_ITEMS);
        checks.ids("exclude", orEmpty(exclude), Checks.MOST_EXCLUDED);
        ItemFilter filter = (filters == null ? Filters.NONE : filters).checked(checks);
        Locale language = checks.locale("locale", orEmpty(locale));
        return new RecommendQuery(
                orEmpty(subject),
                orEmpty(placement),
                size == null ? USUAL_SIZE : size,
                present(contextItems),
                present(cart),
                present(exclude).stream().collect(Collectors.toSet()),
                filter,
                Caps.USUAL,
                Boolean.TRUE.equals(includePurchased),
                new Shape(!Boolean.FALSE.equals(explain), language));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<@Nullable String> orEmpty(@Nullable List<@Nullable String> texts) {
        return texts == null ? List.of() : texts;
    }

    private static List<String> present(@Nullable List<@Nullable String> texts) {
        return orEmpty(texts).stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
