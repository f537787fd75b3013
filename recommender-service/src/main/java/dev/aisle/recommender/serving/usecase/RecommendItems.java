package dev.aisle.recommender.serving.usecase;

import dev.aisle.recommender.catalog.store.Catalogue;
import dev.aisle.recommender.serving.domain.ItemList;
import dev.aisle.recommender.serving.domain.ItemList.ItemQuery;
import dev.aisle.recommender.serving.domain.ModelView;
import dev.aisle.recommender.serving.domain.PopularList;
import dev.aisle.recommender.serving.domain.Recommendations;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Lists that depend on products only. */
@Singleton
public class RecommendItems {
    private final ModelViews views;
    private final RecentPopularity popularity;
    private final Catalogue catalogue;

    RecommendItems(ModelViews views, RecentPopularity popularity, Catalogue catalogue) {
        this.views = views;
        this.popularity = popularity;
        this.catalogue = catalogue;
    }

    /** Products like the given ones. */
    public Recommendations similar(ItemQuery query) {
        return answer(query, ItemList::similar);
    }

    /** Products that are bought together with the given ones. */
    public Recommendations boughtTogether(ItemQuery query) {
        return answer(query, ItemList::boughtTogether);
    }

    /** What is popular now. */
    public Recommendations trending(ItemQuery query) {
        return answer(query, ItemList::trending);
    }

    /** Whether the shop has the product. */
    public boolean exists(String productId) {
        return catalogue.get(productId) != null;
    }

    private Recommendations answer(ItemQuery query, Function<ItemList, Recommendations> list) {
        ModelView view = views.current();
        return view == null
                ? new PopularList(catalogue, popularity.ranking()).of(query)
                : list.apply(new ItemList(query, view));
    }
}
