package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.models.domain.Blend;
import dev.aisle.recommender.models.domain.Mix;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.serving.domain.ListBuilder.Chosen;
import dev.aisle.recommender.serving.domain.Reasoner.Evidence;
import dev.aisle.recommender.serving.domain.Recommendations.Item;
import dev.aisle.recommender.serving.domain.Recommendations.NonPersonal;
import dev.aisle.recommender.serving.domain.Signals.Known;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The list for a person at a placement: signals, candidates, one score, filters, diversity, reasons. */
public final class PersonalList {
    private final RecommendQuery query;
    private final Audience audience;
    private final ModelView view;
    private final Signals signals;

    /** A list that is still to be made. */
    public PersonalList(RecommendQuery query, Audience audience, ModelView view) {
        this.query = query;
        this.audience = audience;
        this.view = view;
        this.signals = Signals.of(
                query.contextItems(), audience.refusal() == null ? query.cart() : List.of(), audience.history());
    }

    /** Makes the list. */
    public Recommendations make() {
        TrainedModel model = view.model();
        Known known = signals.known(model, signal -> true);
        Known session = signals.session(model);
        Known basket = signals.known(model, signal -> signal.kind() == Signal.Kind.CART);
        Interests interests = new Interests(signals, view.shelf());
        Mix mix = query.besideCart() && basket.history().size() > 0 ? Mix.CART : Mix.USUAL;
        Blend blend = mix.blend(model, session.history(), known.history(), basket.history());
        if (!interests.isEmpty()) {
            blend.add(Source.POPULAR_IN_CATEGORY, interests.scores(model, view.products()), mix.popularInCategory());
        }
        List<Chosen> chosen = new ListBuilder(view.shelf(), query.filter(), excluded(), query.caps(), query.size())
                .best(blend, model);
        Reasoner reasoner = new Reasoner(
                new Evidence(model, session, known, basket),
                view.shelf(),
                new ReasonTexts(query.shape().locale()));
        return answer(chosen.stream().map(item -> item(item, reasoner)).toList(), known, interests);
    }

    private Item item(Chosen chosen, Reasoner reasoner) {
        return new Item(
                chosen.product(),
                chosen.score(),
                chosen.source(),
                query.shape().explain() ? reasoner.of(chosen) : null);
    }

    private Set<String> excluded() {
        Set<String> excluded = new HashSet<>(query.named());
        excluded.addAll(signals.justSeen());
        if (!query.includePurchased()) {
            excluded.addAll(audience.purchased());
        }
        return excluded;
    }

    private Recommendations answer(List<Item> items, Known known, Interests interests) {
        boolean understood = !known.signals().isEmpty() || !interests.isEmpty();
        boolean personal = audience.refusal() == null && signals.anyPersonal() && understood;
        NonPersonal reason = audience.refusal() != null ? audience.refusal() : NonPersonal.NO_HISTORY;
        boolean session = !query.contextItems().isEmpty() || !query.cart().isEmpty();
        String ofPerson = session ? "session" : "user";
        String ofAnybody = understood ? "item" : "popularity";
        return Recommendations.of(
                items, personal ? null : reason, personal, personal ? ofPerson : ofAnybody, view.model());
    }
}
