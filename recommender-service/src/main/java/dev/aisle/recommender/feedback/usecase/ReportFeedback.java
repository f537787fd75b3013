package dev.aisle.recommender.feedback.usecase;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.catalog.store.Catalogue;
import dev.aisle.recommender.feedback.domain.Breakdown;
import dev.aisle.recommender.feedback.domain.Exposures;
import dev.aisle.recommender.feedback.domain.FeedbackQuery;
import dev.aisle.recommender.feedback.domain.Response;
import dev.aisle.recommender.feedback.domain.SmallGroups;
import dev.aisle.recommender.feedback.domain.Spread;
import dev.aisle.recommender.feedback.domain.SpreadReport;
import dev.aisle.recommender.feedback.store.ResponseRepository;
import dev.aisle.recommender.feedback.store.SpreadRepository;
import dev.aisle.recommender.feedback.store.SpreadRepository.Counted;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /**
     * How exposures spread over the catalogue, in all of a time and in each of its equal parts; empty when too few people were shown anything.
     *
     * @param parts the earliest first
     */
    public record Spreads(Optional<Spread> whole, List<Optional<Spread>> parts) {
        public Spreads {
            parts = List.copyOf(parts);
        }
    }

    /** How the exposures spread over the catalogue; empty when too few people were shown anything. */
    public Optional<Spread> spread(FeedbackQuery query) {
        return spreads(query, 1).whole();
    }

    /** The same in so many equal parts too. Looks at the exposures twice, however many parts there are. */
    public Spreads spreads(FeedbackQuery query, int parts) {
        Exposures whole = new Exposures();
        List<Exposures> each = Stream.generate(Exposures::new).limit(parts).toList();
        for (Counted one : spreads.counted(query, parts)) {
            Integer part = one.part();
            if (part == null) {
                whole.to(one.people());
            } else if (one.productId() == null) {
                each.get(part).to(one.people());
            } else {
                each.get(part).shown(one.productId(), one.times());
                whole.shown(one.productId(), one.times());
            }
        }
        if (!threshold.allows(whole.people())) {
            return new Spreads(
                    Optional.empty(),
                    each.stream().map(_ -> Optional.<Spread>empty()).toList());
        }
        spreads.items(query, parts, item -> {
            Object kind = kindOf(item.productId());
            each.get(item.part()).listed(item.list(), kind);
            whole.listed(item.list(), kind);
        });
        SpreadReport report = new SpreadReport(
                catalogue,
                spreads.popularity(),
                spreads.everybody(),
                new SpreadReport.Limits(settings.tailShareAtLeast(), settings.brandLiftAtMost()));
        return new Spreads(
                told(whole, report), each.stream().map(one -> told(one, report)).toList());
    }

    private Optional<Spread> told(Exposures shown, SpreadReport report) {
        return threshold.allows(shown.people()) ? Optional.of(shown.spread(report)) : Optional.empty();
    }

    /** Of a product without a category nothing is known that another could share. */
    private Object kindOf(String productId) {
        CatalogueItem item = catalogue.get(productId);
        return item == null || item.category() == null ? productId : item.category();
    }
}
