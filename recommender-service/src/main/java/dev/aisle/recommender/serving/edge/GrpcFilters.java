package dev.aisle.recommender.serving.edge;

import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.recommender.v1.Filters;
import dev.aisle.recommender.catalog.DomainRule;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.catalog.ItemFilter.PriceRange;
import dev.aisle.recommender.catalog.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and checks the filters of the gRPC service. */
final class GrpcFilters {
    private GrpcFilters() {}

    static ItemFilter filter(Filters filters, Checks checks) {
        checks.texts("filters.categories", new ArrayList<@Nullable String>(filters.getCategoriesList()));
        checks.texts("filters.brands", new ArrayList<@Nullable String>(filters.getBrandsList()));
        checks.ids("filters.product_ids", List.copyOf(filters.getProductIdsList()), Checks.MOST_EXCLUDED);
        checks.attributes("filters.attributes", new HashMap<String, @Nullable String>(filters.getAttributesMap()));
        BigDecimal min = filters.hasMinPrice() ? amount(filters.getMinPrice()) : null;
        BigDecimal max = filters.hasMaxPrice() ? amount(filters.getMaxPrice()) : null;
        checks.prices("filters.min_price", min, "filters.max_price", max);
        return new ItemFilter(
                filters.getCategoriesList(),
                Set.copyOf(filters.getBrandsList()),
                new PriceRange(min, max, currency(filters, checks)),
                filters.getInStockOnly(),
                Set.copyOf(filters.getProductIdsList()),
                filters.getAttributesMap(),
                DomainRule.of(filters.getDomain().strip()));
    }

    private static @Nullable String currency(Filters filters, Checks checks) {
        String min = filters.getMinPrice().getCurrency();
        String max = filters.getMaxPrice().getCurrency();
        if (!min.isEmpty() && !max.isEmpty() && !min.equals(max)) {
            checks.refuse("filters.max_price", "must be in the currency of filters.min_price");
        }
        String currency = min.isEmpty() ? max : min;
        return currency.isEmpty() ? null : currency;
    }

    private static BigDecimal amount(Money money) {
        return new Price(money.getMinorUnits(), money.getCurrency()).amount();
    }
}
