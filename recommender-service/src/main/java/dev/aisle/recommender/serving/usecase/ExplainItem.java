package dev.aisle.recommender.serving.usecase;

import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.serving.domain.Audience;
import dev.aisle.recommender.serving.domain.Deadline;
import dev.aisle.recommender.serving.domain.Explainer;
import dev.aisle.recommender.serving.domain.Explanation;
import dev.aisle.recommender.serving.domain.Page;
import dev.aisle.recommender.serving.domain.PersonalPlan;
import dev.aisle.recommender.serving.domain.Pipeline;
import dev.aisle.recommender.serving.domain.Plan;
import dev.aisle.recommender.serving.domain.RecommendQuery;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.Visit;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** Why a product is, or isn't, among the first hundred that are recommended to a person now. */
@Singleton
public class ExplainItem {
    private static final int FIRST = 100;

    private final ConsentView consents;
    private final ReadAudience readAudience;
    private final ModelViews views;
    private final ShopViews shop;
    private final Catalogue catalogue;
    private final PlacementRules rules;
    private final Pipeline pipeline;
    private final Explainer explainer;

    ExplainItem(
            ConsentView consents,
            ReadAudience readAudience,
            ModelViews views,
            ShopViews shop,
            Catalogue catalogue,
            PlacementRules rules,
            Pipeline pipeline,
            Explainer explainer) {
        this.consents = consents;
        this.readAudience = readAudience;
        this.views = views;
        this.shop = shop;
        this.catalogue = catalogue;
        this.rules = rules;
        this.pipeline = pipeline;
        this.explainer = explainer;
    }

    /** Explains; empty when the shop has no such product. */
    public Optional<Explanation> explain(String subject, String productId, Locale locale, Deadline deadline) {
        CatalogueItem product = catalogue.get(productId);
        if (product == null) {
            return Optional.empty();
        }
        String domain = product.domain();
        RecommendQuery asked = new RecommendQuery(
                Visit.of(subject, ""),
                FIRST,
                ItemFilter.NONE,
                rules.of("", domain).reranking(),
                Page.first(),
                new Shape(false, locale));
        try (Use _ = consents.beginUse()) {
            String person = consents.standing(subject);
            RecommendQuery query = asked.in(readAudience.allowed(person, domain));
            Audience audience = readAudience.of(person, domain, deadline).audience();
            Plan plan = PersonalPlan.of(query, audience, shop.of(views.current()), deadline);
            return Optional.of(explainer.of(product, plan, pipeline.make(plan)));
        }
    }
}
