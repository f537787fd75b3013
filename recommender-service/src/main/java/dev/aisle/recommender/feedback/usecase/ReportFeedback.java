package dev.aisle.recommender.feedback.usecase;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.catalog.store.Catalogue;
import dev.aisle.recommender.feedback.domain.Breakdown;
import dev.aisle.recommender.feedback.domain.FeedbackQuery;
import dev.aisle.recommender.feedback.domain.ListDiversity;
import dev.aisle.recommender.feedback.domain.Response;
import dev.aisle.recommender.feedback.domain.SmallGroups;
import dev.aisle.recommender.feedback.domain.Spread;
import dev.aisle.recommender.feedback.domain.SpreadReport;
import dev.aisle.recommender.feedback.store.ResponseRepository;
import dev.aisle.recommender.feedback.store.SpreadRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Tells what became of what was shown, and of nobody alone. */
@Singleton
public class ReportFeedback {
    private final ResponseRepository responses;
    private final SpreadRepository spreads;
    private final Catalogue catalogue;
    private final FeedbackSettings settings;
    private final KThreshold threshold;

    ReportFeedback(
            ResponseRepository responses, SpreadRepository spreads, Catalogue catalogue, FeedbackSettings settings) {
        this.responses = responses;
        this.spreads = spreads;
        this.catalogue = catalogue;
        this.settings = settings;
        this.threshold = new KThreshold(settings.k());
    }

    /** Clicks, orders and revenue over time. */
    public List<Response> responses(FeedbackQuery query, Breakdown breakdown) {
        return new SmallGroups(threshold).told(responses.count(query, breakdown));
    }

    /** How the exposures spread over the catalogue; empty when too few people were shown anything. */
    public Optional<Spread> spread(FeedbackQuery query) {
        long people = spreads.people(query);
        if (!threshold.allows(people)) {
            return Optional.empty();
        }
        ListDiversity diversity = new ListDiversity();
        spreads.items(query, (list, product) -> diversity.add(list, kindOf(product)));
        SpreadReport report = new SpreadReport(
                catalogue,
                spreads.popularity(),
                spreads.everybody(),
                new SpreadReport.Limits(settings.tailShareAtLeast(), settings.brandLiftAtMost()));
        return Optional.of(report.of(spreads.products(query), people, diversity.mean()));
    }

    /** Of a product without a category nothing is known that another could share. */
    private Object kindOf(String productId) {
        CatalogueItem item = catalogue.get(productId);
        return item == null || item.category() == null ? productId : item.category();
    }
}
