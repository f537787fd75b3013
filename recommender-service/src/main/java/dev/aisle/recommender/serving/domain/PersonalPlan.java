package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.DomainRule;
import dev.aisle.recommender.models.domain.Mix;
import dev.aisle.recommender.models.domain.PlacementKind;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.ranking.FeatureNames;
import dev.aisle.recommender.models.ranking.LearnedRanker;
import dev.aisle.recommender.serving.domain.Plan.LearnedOrder;
import dev.aisle.recommender.serving.domain.Recommendations.NonPersonal;
import dev.aisle.recommender.serving.domain.Recommendations.Origin;
import dev.aisle.recommender.serving.domain.Signals.Known;
import dev.aisle.recommender.serving.domain.candidates.CandidateSource;
import dev.aisle.recommender.serving.domain.candidates.CategorySource;
import dev.aisle.recommender.serving.domain.candidates.ContentSource;
import dev.aisle.recommender.serving.domain.candidates.DueSource;
import dev.aisle.recommender.serving.domain.candidates.FactorSource;
import dev.aisle.recommender.serving.domain.candidates.Interests;
import dev.aisle.recommender.serving.domain.candidates.NeighbourSource;
import dev.aisle.recommender.serving.domain.candidates.NetworkSource;
import dev.aisle.recommender.serving.domain.candidates.PopularSource;
import dev.aisle.recommender.serving.domain.candidates.Question;
import dev.aisle.recommender.serving.domain.candidates.RecentSource;
import dev.aisle.recommender.serving.domain.candidates.ShelfSource;
import dev.aisle.recommender.serving.domain.rank.Features;
import dev.aisle.recommender.serving.domain.rank.LinearRanker;
import dev.aisle.recommender.serving.domain.rank.TreeRanker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The plan of a list for a person at a placement. */
public final class PersonalPlan {
    private final RecommendQuery query;
    private final Audience audience;
    private final ShopView shop;
    private final Instant at;
    private final Signals signals;
    private final ToIntFunction<String> indexOf;

    private PersonalPlan(RecommendQuery query, Audience audience, ShopView shop, Instant at) {
        this.query = query;
        this.audience = audience;
        this.shop = shop;
        this.at = at;
        this.signals = Signals.of(
                query.visit().contextItems(), audience.refusal() == null ? cart() : List.of(), audience.history());
        ModelView view = shop.model();
        this.indexOf = view == null ? id -> -1 : view.model()::indexOf;
    }

    /** What lies in the cart of another domain is taste from there: it takes the same consent. */
    private List<String> cart() {
        DomainRule rule = query.filter().domain();
        return query.visit().cart().stream()
                .filter(id -> {
                    CatalogueItem product = shop.shelf().get(id);
                    return audience.across() || product == null || rule.isOfDomain(product);
                })
                .toList();
    }

    /** The plan of a list that is asked for now. */
    public static Plan of(RecommendQuery query, Audience audience, ShopView shop, Deadline deadline) {
        return of(query, audience, shop, deadline, Instant.now());
    }

    /** The plan of a list as of a moment; audience and shop are those of that moment, too. */
    public static Plan of(RecommendQuery query, Audience audience, ShopView shop, Deadline deadline, Instant at) {
        return new PersonalPlan(query, audience, shop, at).plan(deadline);
    }

    private Plan plan(Deadline deadline) {
        boolean never = query.filter().domain().neverAgain();
        DueSource due = DueSource.of(never ? List.of() : audience.history(), at, indexOf);
        boolean fromElsewhere = signals.onlyElsewhere();
        Eligible eligible = new Eligible(query.filter(), excluded(due), query.page(), indexOf);
        Question question =
                new Question(shop, signals, audience, eligible, Plan.candidatesFor(query.size()), deadline, groups());
        Interests interests = Interests.of(signals, shop.shelf());
        ModelView view = shop.model();
        List<CandidateSource> sources = new ArrayList<>();
        Mix mix = Mix.USUAL;
        boolean understood = !interests.isEmpty();
        if (view == null) {
            sources.add(new RecentSource());
        } else {
            Known known = signals.known(view.model(), signal -> true);
            Known basket = signals.known(view.model(), signal -> signal.kind() == Signal.Kind.CART);
            mix = view.model().mixAt(kind(basket));
            understood |= !known.signals().isEmpty();
            sources.addAll(List.of(
                    new FactorSource(view, known),
                    NeighbourSource.similar(view, signals.session(view.model())),
                    NeighbourSource.boughtTogether(view, basket),
                    new CategorySource(view, interests),
                    new PopularSource(view)));
            if (mix.sessions() > 0) {
                sources.add(NeighbourSource.ofVisits(view, signals.visit(view.model())));
            }
            Newcomers newcomers = view.newcomers();
            if (newcomers != null && mix.network() > 0) {
                sources.add(NetworkSource.of(view, newcomers, signals));
            }
        }
        if (shop.content() != null && (view == null || fromElsewhere)) {
            sources.add(ContentSource.ofAll(shop.content(), signals, indexOf));
        } else if (shop.content() != null && !shop.unknown().isEmpty()) {
            sources.add(ContentSource.ofNew(shop.content(), signals, indexOf, shop.unknown()));
        }
        groups().forEach(group -> sources.add(RecentSource.of(group, indexOf)));
        sources.add(due);
        sources.add(new ShelfSource());
        return new Plan(
                question,
                sources,
                fromElsewhere ? LinearRanker.across(mix) : LinearRanker.of(mix),
                fromElsewhere ? null : learned(question, interests),
                interests,
                query.reranking(),
                query.size(),
                query.shape(),
                origin(view == null ? null : view.model(), understood),
                at);
    }

    private PlacementKind kind(Known basket) {
        if (query.visit().besideCart() && basket.history().size() > 0) {
            return PlacementKind.CART;
        }
        return query.visit().contextItems().isEmpty() ? PlacementKind.USUAL : PlacementKind.PRODUCT;
    }

    /** Who refused to get lists of their own gets none of their country's either. */
    private List<Group> groups() {
        return audience.refusal() == NonPersonal.NO_CONSENT
                ? List.of()
                : query.visit().groups();
    }

    /** That of the model; it has learned from people who are known in the list's own domain, and is of no use for others. */
    private @Nullable LearnedOrder learned(Question question, Interests interests) {
        ModelView view = question.shop().model();
        LearnedRanker ranker = view == null ? null : view.model().ranker();
        if (ranker == null) {
            return null;
        }
        boolean known = ranker.knows(FeatureNames.VERSION, FeatureNames.ALL);
        Features features = new Features(question, interests, at);
        return new LearnedOrder(ranker.version(), known ? new TreeRanker(ranker.trees(), features) : null);
    }

    private Set<String> excluded(DueSource due) {
        Set<String> excluded = new HashSet<>();
        if (!query.reranking().includePurchased()) {
            excluded.addAll(audience.purchased());
            excluded.removeAll(due.due().keySet());
            excluded.addAll(query.filter().domain().neverAgain() ? audience.rated() : Set.of());
        }
        excluded.addAll(query.visit().named());
        excluded.addAll(signals.justSeen());
        return excluded;
    }

    private Origin origin(@Nullable TrainedModel model, boolean understood) {
        boolean personal = audience.refusal() == null && signals.anyPersonal() && understood && canBePersonal(model);
        NonPersonal lacking = model == null ? NonPersonal.NO_MODEL : NonPersonal.NO_HISTORY;
        NonPersonal reason = audience.refusal() != null ? audience.refusal() : lacking;
        boolean session =
                !query.visit().contextItems().isEmpty() || !query.visit().cart().isEmpty();
        String ofPerson = session ? "session" : "user";
        String ofAnybody = understood && canBePersonal(model) ? "item" : "popularity";
        return new Origin(personal, personal ? null : reason, personal ? ofPerson : ofAnybody, model);
    }

    /** Without a model only descriptions can tell what goes with what. */
    private boolean canBePersonal(@Nullable TrainedModel model) {
        return model != null || shop.content() != null;
    }
}
