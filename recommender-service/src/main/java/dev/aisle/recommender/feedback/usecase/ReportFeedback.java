package dev.aisle.recommender.feedback.usecase;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.platform.guard.GuardedFigures;
import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.catalog.domain.Price;
import dev.aisle.recommender.catalog.store.Catalogue;
import dev.aisle.recommender.feedback.domain.Breakdown;
import dev.aisle.recommender.feedback.domain.Bucketed;
import dev.aisle.recommender.feedback.domain.Exposures;
import dev.aisle.recommender.feedback.domain.FeedbackQuery;
import dev.aisle.recommender.feedback.domain.Response;
import dev.aisle.recommender.feedback.domain.Spread;
import dev.aisle.recommender.feedback.domain.SpreadReport;
import dev.aisle.recommender.feedback.domain.Tally;
import dev.aisle.recommender.feedback.store.ResponseRepository;
import dev.aisle.recommender.feedback.store.SpreadRepository;
import dev.aisle.recommender.feedback.store.SpreadRepository.Counted;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows what became of what was shown, and of nobody alone. */
@Singleton
public class ReportFeedback {
    private final ResponseRepository responses;
    private final SpreadRepository spreads;
    private final Catalogue catalogue;
    private final FeedbackSettings settings;
    private final GuardedFigures guarded;

    ReportFeedback(
            ResponseRepository responses,
            SpreadRepository spreads,
            Catalogue catalogue,
            FeedbackSettings settings,
            GuardedFigures guarded) {
        this.responses = responses;
        this.spreads = spreads;
        this.catalogue = catalogue;
        this.settings = settings;
        this.guarded = guarded;
    }

    /** Clicks, orders and revenue over time: one answer, in which a person counts in a few rows. */
    public List<Response> responses(FeedbackQuery query, Breakdown breakdown) {
        List<String> currencies = currencies();
        List<String> values = responses.values(breakdown);
        List<Bucketed> rows = query.starts().stream()
                .flatMap(start -> values.stream().map(value -> new Bucketed(start, value)))
                .toList();
        Map<Bucketed, Tally> counted = responses.count(query, breakdown);
        List<Figure> figures = new ArrayList<>(List.of(Figure.people(responses.people(query))));
        rows.forEach(
                row -> figures.addAll(counted.getOrDefault(row, new Tally()).figures(currencies)));
        int ofRow = rows.isEmpty() ? 0 : (figures.size() - 1) / rows.size();
        int touched = 1 + ofRow * Math.min(FeedbackQuery.MOST_ROWS, rows.size());
        Question question = new Question(query.question(breakdown, values, currencies), figures, touched);
        return guarded.ask(question) instanceof Answer.Shown answer
                ? shown(rows, answer.figures(), ofRow, currencies)
                : List.of();
    }

    private List<Response> shown(List<Bucketed> rows, List<NoisedFigure> figures, int ofRow, List<String> currencies) {
        List<Response> shown = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<NoisedFigure> own = figures.subList(1 + i * ofRow, 1 + (i + 1) * ofRow);
            NoisedFigure people = own.getFirst();
            if (rows.size() == 1 ? guarded.level().shows(people) : guarded.level().showsOneOfMany(people)) {
                shown.add(Tally.shown(rows.get(i), own, currencies));
            }
        }
        return shown;
    }

    private List<String> currencies() {
        return catalogue
                .all()
                .map(CatalogueItem::price)
                .filter(Objects::nonNull)
                .map(Price::currency)
                .distinct()
                .sorted()
                .toList();
    }

    /** The smallest number of people that is shown. */
    public int k() {
        return guarded.level().k();
    }

    /** How many new numbers the caller can still have today. */
    public int left() {
        return guarded.left();
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
        List<Optional<Spread>> shown = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            shown.add(shown(each.get(part), report, query, "part " + part + " of " + parts));
        }
        return new Spreads(shown(whole, report, query, "whole"), shown);
    }

    /** The people are the guard's; the shares are rounded, and there are none where the people aren't shown. */
    private Optional<Spread> shown(Exposures exposures, SpreadReport report, FeedbackQuery query, String part) {
        String text = "spread " + query.from() + " " + query.to() + " " + part + " " + query.placement();
        return guarded.ask(Question.people(text, exposures.people())) instanceof Answer.Shown answer
                ? Optional.of(exposures.spread(report).shown(answer.people()))
                : Optional.empty();
    }

    /** Of a product without a category nothing is known that another could share. */
    private Object kindOf(String productId) {
        CatalogueItem item = catalogue.get(productId);
        return item == null || item.category() == null ? productId : item.category();
    }
}
