package dev.aisle.recommender.interactions.feedback.usecase;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.platform.guard.GuardedFigures;
import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.Price;
import dev.aisle.recommender.interactions.feedback.domain.Breakdown;
import dev.aisle.recommender.interactions.feedback.domain.Bucketed;
import dev.aisle.recommender.interactions.feedback.domain.FeedbackQuery;
import dev.aisle.recommender.interactions.feedback.domain.OnSale;
import dev.aisle.recommender.interactions.feedback.domain.Response;
import dev.aisle.recommender.interactions.feedback.domain.Spread;
import dev.aisle.recommender.interactions.feedback.domain.SpreadFigures;
import dev.aisle.recommender.interactions.feedback.domain.SpreadTally;
import dev.aisle.recommender.interactions.feedback.domain.Spreads;
import dev.aisle.recommender.interactions.feedback.domain.Tally;
import dev.aisle.recommender.interactions.feedback.store.ResponseRepository;
import dev.aisle.recommender.interactions.feedback.store.SpreadRepository;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
            if (rows.size() == 1
                    ? guarded.level().shows(people)
                    : guarded.level().showsOneOfMany(people)) {
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

    /** How the exposures spread over the catalogue; empty when too few people were shown anything, or no new answer is left. */
    public Optional<Spread> spread(FeedbackQuery query) {
        return spreads(query, 0).whole();
    }

    /** The same in so many equal parts too: one answer. */
    public Spreads spreads(FeedbackQuery query, int parts) {
        OnSale products = new OnSale(catalogue);
        SpreadTally tally = new SpreadTally(products, parts);
        spreads.people(query, parts, tally::add);
        String text = "spread " + query.from() + " " + query.to() + " " + parts + " "
                + query.placement().length() + ":" + query.placement() + " " + products.brands();
        SpreadFigures figures = new SpreadFigures(
                products, guarded.level(), new Spread.Limits(settings.tailShareAtLeast(), settings.brandLiftAtMost()));
        return Spreads.shown(guarded.ask(Spreads.question(text, tally)), figures, parts);
    }
}
