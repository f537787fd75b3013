package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.catalog.domain.Shelf;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.Recommendations.Item;
import dev.aisle.recommender.serving.domain.Recommendations.NonPersonal;
import java.util.List;
import java.util.Set;

/** What can be answered before the first training: what people dealt with lately, then anything from the shelf. */
public final class PopularList {
    private final Shelf shelf;
    private final List<String> popular;

    /** @param popular product ids, the most popular first */
    public PopularList(Shelf shelf, List<String> popular) {
        this.shelf = shelf;
        this.popular = popular;
    }

    /** A list for a person. */
    public Recommendations of(RecommendQuery query, Audience audience) {
        NonPersonal reason = audience.refusal() == null ? NonPersonal.NO_MODEL : audience.refusal();
        return list(
                new ListBuilder(shelf, query.filter(), query.named(), query.caps(), query.size()),
                query.shape(),
                reason);
    }

    /** A list beside products. */
    public Recommendations of(ItemList.ItemQuery query) {
        return list(
                new ListBuilder(shelf, query.filter(), Set.copyOf(query.productIds()), Caps.NONE, query.size()),
                query.shape(),
                NonPersonal.NO_MODEL);
    }

    private Recommendations list(ListBuilder builder, Shape shape, NonPersonal reason) {
        ReasonTexts texts = new ReasonTexts(shape.locale());
        List<Item> items = builder.first(popular).stream()
                .map(item -> new Item(
                        item.product(),
                        item.score(),
                        item.source(),
                        shape.explain() ? Reasoner.nonPersonal(item, texts) : null))
                .toList();
        return Recommendations.of(items, reason, false, "popularity", null);
    }
}
