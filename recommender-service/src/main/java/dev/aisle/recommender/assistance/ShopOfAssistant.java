package dev.aisle.recommender.assistance;

import dev.aisle.assistant.shop.PriceRange;
import dev.aisle.assistant.shop.Product;
import dev.aisle.assistant.shop.Product.Sale;
import dev.aisle.assistant.shop.Shop;
import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.catalog.Price;
import dev.aisle.recommender.catalog.ProductChange.Described;
import dev.aisle.recommender.catalog.ProductRepository;
import dev.aisle.recommender.search.Said;
import dev.aisle.recommender.search.SearchProducts;
import dev.aisle.recommender.search.SearchQuery;
import dev.aisle.recommender.serving.domain.Deadline;
import dev.aisle.recommender.serving.domain.Page;
import dev.aisle.recommender.serving.domain.Reason;
import dev.aisle.recommender.serving.domain.RecommendQuery;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.RecommendQuery.Terms;
import dev.aisle.recommender.serving.domain.Reranking;
import dev.aisle.recommender.serving.domain.Visit;
import dev.aisle.recommender.serving.usecase.PlacementRules;
import dev.aisle.recommender.serving.usecase.PlacementRules.Rules;
import dev.aisle.recommender.serving.usecase.Recommend;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shop that the assistant speaks for, out of the catalogue, the search and the recommendations. */
@Singleton
class ShopOfAssistant implements Shop {
    private static final String PLACEMENT = "assistant";
    private static final Duration BUDGET = Duration.ofMillis(100);

    private final Catalogue catalogue;
    private final ProductRepository products;
    private final SearchProducts search;
    private final PlacementRules rules;
    private final Recommend recommend;

    ShopOfAssistant(
            Catalogue catalogue,
            ProductRepository products,
            SearchProducts search,
            PlacementRules rules,
            Recommend recommend) {
        this.catalogue = catalogue;
        this.products = products;
        this.search = search;
        this.rules = rules;
        this.recommend = recommend;
    }

    @Override
    public @Nullable Product product(String id) {
        CatalogueItem item = catalogue.get(id);
        return item == null ? null : product(item);
    }

    @Override
    public Map<String, String> titles(Collection<String> ids, String language) {
        Map<String, String> titles = new HashMap<>();
        products.find(List.copyOf(ids)).forEach(change -> {
            if (change instanceof Described described) {
                described.texts().localized().entrySet().stream()
                        .filter(one -> Locale.forLanguageTag(one.getKey())
                                .getLanguage()
                                .equals(language))
                        .findFirst()
                        .map(one -> one.getValue().title())
                        .filter(title -> !title.isEmpty())
                        .ifPresent(title -> titles.put(described.productId(), title));
            }
        });
        return titles;
    }

    @Override
    public List<Product> search(String text, Locale locale, PriceRange prices, int most) {
        String cut = text.length() > SearchQuery.LONGEST_TEXT ? text.substring(0, SearchQuery.LONGEST_TEXT) : text;
        return search
                .search(new SearchQuery(Said.typed(cut), locale, most, 0, filter(prices, List.of())))
                .hits()
                .stream()
                .map(hit -> product(hit.product()))
                .toList();
    }

    @Override
    public List<Suggestion> recommend(Wish wish) {
        ItemFilter filter = filter(wish.prices(), wish.among());
        Visit visit = Visit.of(wish.subject(), PLACEMENT);
        Rules settings = rules.of(visit, filter);
        RecommendQuery query = new RecommendQuery(
                visit,
                wish.most(),
                settings.within(filter),
                Reranking.USUAL,
                Page.first(),
                new Shape(true, wish.locale()),
                new Terms(settings.version(Reranking.USUAL), true, List.of()));
        return recommend.recommend(query, Deadline.in(BUDGET)).items().stream()
                .map(item -> new Suggestion(product(item.product()), words(item.reason())))
                .toList();
    }

    private static @Nullable String words(@Nullable Reason reason) {
        return reason == null ? null : reason.text();
    }

    private static ItemFilter filter(PriceRange prices, List<String> among) {
        return new ItemFilter(
                List.of(),
                Set.of(),
                new ItemFilter.PriceRange(prices.min(), prices.max(), prices.currency()),
                false,
                Set.copyOf(among));
    }

    private static Product product(CatalogueItem item) {
        Price price = item.price();
        return new Product(
                item.productId(),
                item.title(),
                item.brand(),
                price == null ? null : new Product.Price(price.amount(), price.currency()),
                item.url(),
                item.imageUrl(),
                Sale.valueOf(item.sale().name()),
                item.attributes());
    }
}
