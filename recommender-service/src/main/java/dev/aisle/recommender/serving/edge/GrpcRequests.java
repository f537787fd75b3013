package dev.aisle.recommender.serving.edge;

import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.recommender.v1.BoughtTogetherRequest;
import dev.aisle.contracts.recommender.v1.Filters;
import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.contracts.recommender.v1.Reranking;
import dev.aisle.contracts.recommender.v1.SimilarRequest;
import dev.aisle.contracts.recommender.v1.TrendingRequest;
import dev.aisle.recommender.catalog.domain.Price;
import dev.aisle.recommender.serving.domain.Caps;
import dev.aisle.recommender.serving.domain.ItemFilter;
import dev.aisle.recommender.serving.domain.ItemFilter.PriceRange;
import dev.aisle.recommender.serving.domain.ItemList.ItemQuery;
import dev.aisle.recommender.serving.domain.RecommendQuery;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and checks the messages of the gRPC service; what it gives is of use only when the checks found nothing. */
final class GrpcRequests {
    private static final int USUAL_SIZE = 10;

    private GrpcRequests() {}

    static RecommendQuery query(RecommendRequest request, Checks checks) {
        checks.subject("subject", request.getSubject());
        checks.text("placement", request.getPlacement());
        checks.ids("context_items", List.copyOf(request.getContextItemsList()), Checks.MOST_ITEMS);
        checks.ids("cart", List.copyOf(request.getCartList()), Checks.MOST_ITEMS);
        checks.ids("exclude", List.copyOf(request.getExcludeList()), Checks.MOST_EXCLUDED);
        noCursor(request.getPageCursor(), checks);
        Caps caps = caps(request.getReranking(), checks);
        return new RecommendQuery(
                request.getSubject(),
                request.getPlacement(),
                size(request.getSize(), checks),
                request.getContextItemsList(),
                request.getCartList(),
                Set.copyOf(request.getExcludeList()),
                filter(request.getFilters(), checks),
                caps,
                request.getReranking().getIncludePurchased(),
                new Shape(request.getExplain(), checks.locale("locale", request.getLocale())));
    }

    static ItemQuery query(SimilarRequest request, Checks checks) {
        checks.id("product_id", request.getProductId());
        noCursor(request.getPageCursor(), checks);
        return new ItemQuery(
                List.of(request.getProductId()),
                size(request.getSize(), checks),
                filter(request.getFilters(), checks),
                new Shape(request.getExplain(), checks.locale("locale", request.getLocale())));
    }

    static ItemQuery query(BoughtTogetherRequest request, Checks checks) {
        if (request.getProductIdsCount() == 0) {
            checks.refuse("product_ids", "must have at least one entry");
        }
        checks.ids("product_ids", List.copyOf(request.getProductIdsList()), Checks.MOST_ITEMS);
        return new ItemQuery(
                request.getProductIdsList(),
                size(request.getSize(), checks),
                filter(request.getFilters(), checks),
                new Shape(request.getExplain(), checks.locale("locale", request.getLocale())));
    }

    static ItemQuery query(TrendingRequest request, Checks checks) {
        checks.text("category", request.getCategory());
        if (!request.getCountry().isEmpty()) {
            checks.refuse("country", "isn't known of interactions; leave it empty");
        }
        ItemFilter filter = filter(request.getFilters(), checks);
        List<String> categories =
                request.getCategory().isBlank() ? filter.categories() : List.of(request.getCategory());
        Locale locale = checks.locale("locale", request.getLocale());
        return new ItemQuery(
                List.of(),
                size(request.getSize(), checks),
                new ItemFilter(categories, filter.brands(), filter.price(), filter.inStockOnly(), filter.productIds()),
                new Shape(true, locale));
    }

    private static int size(int size, Checks checks) {
        int asked = size == 0 ? USUAL_SIZE : size;
        checks.size("size", asked);
        return asked;
    }

    private static void noCursor(String cursor, Checks checks) {
        if (!cursor.isEmpty()) {
            checks.refuse(
                    "page_cursor", "there are no further pages; ask for a larger size and exclude what was shown");
        }
    }

    private static Caps caps(Reranking reranking, Checks checks) {
        if (reranking.hasDiversity() || reranking.hasLongTailShare() || reranking.hasExplorationShare()) {
            checks.refuse("reranking", "only max_per_brand, max_per_category and include_purchased can be set");
        }
        if (reranking.getMaxPerBrand() < 0 || reranking.getMaxPerCategory() < 0) {
            checks.refuse("reranking", "caps must not be negative");
        }
        return new Caps(Math.max(0, reranking.getMaxPerBrand()), Math.max(0, reranking.getMaxPerCategory()));
    }

    private static ItemFilter filter(Filters filters, Checks checks) {
        checks.texts("filters.categories", new ArrayList<@Nullable String>(filters.getCategoriesList()));
        checks.texts("filters.brands", new ArrayList<@Nullable String>(filters.getBrandsList()));
        checks.ids("filters.product_ids", List.copyOf(filters.getProductIdsList()), Checks.MOST_EXCLUDED);
        if (filters.getAttributesCount() > 0) {
            checks.refuse("filters.attributes", "can't be filtered by; use categories, brands, prices or product_ids");
        }
        BigDecimal min = filters.hasMinPrice() ? amount(filters.getMinPrice()) : null;
        BigDecimal max = filters.hasMaxPrice() ? amount(filters.getMaxPrice()) : null;
        checks.prices("filters.min_price", min, "filters.max_price", max);
        return new ItemFilter(
                filters.getCategoriesList(),
                Set.copyOf(filters.getBrandsList()),
                new PriceRange(min, max, currency(filters, checks)),
                filters.getInStockOnly(),
                Set.copyOf(filters.getProductIdsList()));
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
