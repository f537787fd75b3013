package dev.aisle.recommender.serving.usecase;

import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.catalog.ListDomains;
import dev.aisle.recommender.serving.domain.Deadline;
import dev.aisle.recommender.serving.domain.GroupNotes;
import dev.aisle.recommender.serving.domain.ItemPlan;
import dev.aisle.recommender.serving.domain.ItemQuery;
import dev.aisle.recommender.serving.domain.Pipeline;
import dev.aisle.recommender.serving.domain.Plan;
import dev.aisle.recommender.serving.domain.Recommendations;
import dev.aisle.recommender.serving.domain.ShopView;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Lists that depend on products only. */
@Singleton
public class RecommendItems {
    private final ModelViews views;
    private final ShopViews shop;
    private final Catalogue catalogue;
    private final Pipeline pipeline;
    private final ListDomains domains;
    private final ServingSettings settings;

    RecommendItems(
            ModelViews views,
            ShopViews shop,
            Catalogue catalogue,
            Pipeline pipeline,
            ListDomains domains,
            ServingSettings settings) {
        this.views = views;
        this.shop = shop;
        this.catalogue = catalogue;
        this.pipeline = pipeline;
        this.domains = domains;
        this.settings = settings;
    }

    /** Products like the given ones. */
    public Recommendations similar(ItemQuery query, Deadline deadline) {
        return answer(query, deadline, ItemPlan::similar);
    }

    /** Products that are bought together with the given ones. */
    public Recommendations boughtTogether(ItemQuery query, Deadline deadline) {
        return answer(query, deadline, ItemPlan::boughtTogether);
    }

    /** What rises, then what is popular now. */
    public Recommendations trending(ItemQuery query, Deadline deadline) {
        return answer(query, deadline, ItemPlan::trending);
    }

    /** The first of the products that the shop hasn't. */
    public Optional<String> unknown(ItemQuery query) {
        return query.productIds().stream()
                .filter(id -> catalogue.get(id) == null)
                .findFirst();
    }

    @FunctionalInterface
    private interface Planner {
        Plan plan(ItemQuery query, ShopView shop, Deadline deadline);
    }

    private Recommendations answer(ItemQuery asked, Deadline deadline, Planner planner) {
        ItemQuery query =
                asked.in(domains.rule(domains.of(asked.filter().domain().domain(), asked.productIds())));
        Deadline ofSources = deadline.before(settings.reserve()).or(Deadline.in(settings.budget()));
        ShopView all = shop.of(views.current());
        return pipeline.make(planner.plan(query, all, ofSources))
                .with(GroupNotes.of(query.groups(), null, all.recent()));
    }
}
