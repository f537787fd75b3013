package dev.aisle.recommender.serving.domain;

import dev.aisle.algorithms.recommend.ExplainableModel;
import dev.aisle.recommender.models.domain.Blend;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.serving.domain.ListBuilder.Chosen;
import dev.aisle.recommender.serving.domain.Reasoner.Evidence;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.Recommendations.Item;
import dev.aisle.recommender.serving.domain.Signals.Known;
import java.util.List;
import java.util.Set;

/** Lists that depend on products only: similar ones, those bought together with, and what is popular. */
public final class ItemList {
    /** Neighbours come first, then what is popular in their category, then what is popular. */
    private static final float NEIGHBOURS = 1f;

    private static final float CATEGORY = 0.01f;
    private static final float ANYTHING = 0.001f;

    private final ItemQuery query;
    private final ModelView view;

    /** A list that is still to be made. */
    public ItemList(ItemQuery query, ModelView view) {
        this.query = query;
        this.view = view;
    }

    /**
     * What is asked.
     *
     * @param productIds beside which the list stands; none for what is popular
     */
    public record ItemQuery(List<String> productIds, int size, ItemFilter filter, Shape shape) {
        public ItemQuery {
            productIds = List.copyOf(productIds);
        }
    }

    /** Products like these. */
    public Recommendations similar() {
        return beside(Source.SIMILAR, view.model().similar());
    }

    /** Products that lay in the same baskets as these. */
    public Recommendations boughtTogether() {
        return beside(Source.BOUGHT_TOGETHER, view.model().boughtTogether());
    }

    /** What is popular. */
    public Recommendations trending() {
        TrainedModel model = view.model();
        Blend blend = new Blend(model.itemCount())
                .add(Source.POPULARITY, model.popularity().scores(), 1);
        return list(blend, Signals.of(List.of(), List.of(), List.of()), "popularity");
    }

    private Recommendations beside(Source source, ExplainableModel part) {
        TrainedModel model = view.model();
        Signals signals = Signals.of(query.productIds(), List.of(), List.of());
        Known known = signals.known(model, signal -> true);
        Interests interests = new Interests(signals, view.shelf());
        Blend blend = new Blend(model.itemCount())
                .add(source, part, known.history(), NEIGHBOURS)
                .add(Source.POPULAR_IN_CATEGORY, interests.scores(model, view.products()), CATEGORY)
                .add(Source.POPULARITY, model.popularity().scores(), ANYTHING);
        return list(blend, signals, "item");
    }

    private Recommendations list(Blend blend, Signals signals, String stage) {
        Known known = signals.known(view.model(), signal -> true);
        Reasoner reasoner = new Reasoner(
                new Evidence(view.model(), known, known, known),
                view.shelf(),
                new ReasonTexts(query.shape().locale()));
        List<Chosen> chosen = new ListBuilder(
                        view.shelf(), query.filter(), Set.copyOf(query.productIds()), Caps.NONE, query.size())
                .best(blend, view.model());
        List<Item> items = chosen.stream()
                .map(item -> new Item(
                        item.product(),
                        item.score(),
                        item.source(),
                        query.shape().explain() ? reasoner.of(item) : null))
                .toList();
        return Recommendations.of(items, null, false, stage, view.model());
    }
}
