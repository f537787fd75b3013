package dev.aisle.recommender.serving.domain;

import dev.aisle.algorithms.pictures.Picture;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.search.pictures.Looking;
import dev.aisle.recommender.serving.domain.Recommendations.NonPersonal;
import dev.aisle.recommender.serving.domain.Recommendations.Origin;
import dev.aisle.recommender.serving.domain.Signals.Known;
import dev.aisle.recommender.serving.domain.candidates.CandidateSource;
import dev.aisle.recommender.serving.domain.candidates.CategorySource;
import dev.aisle.recommender.serving.domain.candidates.ContentSource;
import dev.aisle.recommender.serving.domain.candidates.Interests;
import dev.aisle.recommender.serving.domain.candidates.NeighbourSource;
import dev.aisle.recommender.serving.domain.candidates.PictureSource;
import dev.aisle.recommender.serving.domain.candidates.PopularSource;
import dev.aisle.recommender.serving.domain.candidates.Question;
import dev.aisle.recommender.serving.domain.candidates.RecentSource;
import dev.aisle.recommender.serving.domain.candidates.ShelfSource;
import dev.aisle.recommender.serving.domain.candidates.TrendSource;
import dev.aisle.recommender.serving.domain.rank.LinearRanker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The plans of lists that depend on products only: neighbours come first, then what is like by its description, then what is popular. */
public final class ItemPlan {
    private static final LinearRanker RANKER = new LinearRanker(Map.of(
            Source.POPULAR_IN_COUNTRY, 1f,
            Source.POPULAR_ON_DEVICE, 1f,
            Source.SIMILAR, 1f,
            Source.PICTURE, 1f,
            Source.BOUGHT_TOGETHER, 1f,
            Source.CONTENT, 0.5f,
            Source.TRENDING, 1f,
            Source.POPULAR_IN_CATEGORY, 0.01f,
            Source.POPULARITY, 0.001f));

    private final ItemQuery query;
    private final ShopView shop;
    private final Signals signals;

    private ItemPlan(ItemQuery query, ShopView shop) {
        this.query = query;
        this.shop = shop;
        this.signals = Signals.of(query.productIds(), List.of(), List.of());
    }

    /** Products like these. */
    public static Plan similar(ItemQuery query, ShopView shop, Deadline deadline) {
        ItemPlan plan = new ItemPlan(query, shop);
        ModelView view = shop.model();
        return plan.beside(
                view == null ? List.of() : List.of(NeighbourSource.similar(view, plan.known(view))), deadline);
    }

    /** Products that lay in the same baskets as these. */
    public static Plan boughtTogether(ItemQuery query, ShopView shop, Deadline deadline) {
        ItemPlan plan = new ItemPlan(query, shop);
        ModelView view = shop.model();
        return plan.beside(
                view == null ? List.of() : List.of(NeighbourSource.boughtTogether(view, plan.known(view))), deadline);
    }

    /** Products that look like a picture, and no others. */
    public static Plan lookingLike(
            ItemQuery query, ShopView shop, Looking looking, Picture picture, Deadline deadline) {
        ModelView view = shop.model();
        return new ItemPlan(query, shop)
                .of(
                        List.of(new PictureSource(
                                looking,
                                picture,
                                id -> view == null ? -1 : view.model().indexOf(id))),
                        "item",
                        deadline);
    }

    /** What rises now, or what is popular among the people of a group; then what is popular. */
    public static Plan trending(ItemQuery query, ShopView shop, Deadline deadline) {
        ItemPlan plan = new ItemPlan(query, shop);
        ModelView view = shop.model();
        List<CandidateSource> ofGroups = query.groups().stream()
                .filter(shop.recent().groups()::containsKey)
                .<CandidateSource>map(group -> RecentSource.of(
                        group, id -> view == null ? -1 : view.model().indexOf(id)))
                .toList();
        List<CandidateSource> rising = view == null ? List.of() : List.of(new TrendSource(view));
        return plan.plan(ofGroups.isEmpty() ? rising : ofGroups, "popularity", deadline);
    }

    private Known known(ModelView view) {
        return signals.known(view.model(), signal -> true);
    }

    private Plan beside(List<CandidateSource> first, Deadline deadline) {
        ModelView view = shop.model();
        List<CandidateSource> sources = new ArrayList<>(first);
        if (view != null) {
            sources.add(new CategorySource(view, Interests.of(signals, shop.shelf())));
        }
        if (shop.content() != null) {
            sources.add(ContentSource.ofAll(
                    shop.content(),
                    signals,
                    id -> view == null ? -1 : view.model().indexOf(id)));
        }
        return plan(sources, view == null && shop.content() == null ? "popularity" : "item", deadline);
    }

    private Plan plan(List<CandidateSource> first, String stage, Deadline deadline) {
        ModelView view = shop.model();
        List<CandidateSource> sources = new ArrayList<>(first);
        sources.add(view == null ? new RecentSource() : new PopularSource(view));
        sources.add(new ShelfSource());
        return of(sources, stage, deadline);
    }

    private Plan of(List<CandidateSource> sources, String stage, Deadline deadline) {
        ModelView view = shop.model();
        Eligible eligible = new Eligible(query.filter(), Set.copyOf(query.productIds()), query.page());
        return new Plan(
                new Question(
                        shop,
                        signals,
                        Audience.anybody(NonPersonal.NO_SUBJECT),
                        eligible,
                        Plan.candidatesFor(query.size()),
                        deadline,
                        query.groups()),
                sources,
                RANKER,
                null,
                Interests.of(signals, shop.shelf()),
                Reranking.NONE,
                query.size(),
                query.shape(),
                new Origin(
                        false, view == null ? NonPersonal.NO_MODEL : null, stage, view == null ? null : view.model()),
                Instant.now());
    }
}
