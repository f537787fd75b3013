package dev.aisle.recommender.serving.edge;

import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.catalog.ListDomains;
import dev.aisle.recommender.serving.domain.Deadline;
import dev.aisle.recommender.serving.domain.Explanation;
import dev.aisle.recommender.serving.domain.ItemQuery;
import dev.aisle.recommender.serving.domain.Note;
import dev.aisle.recommender.serving.domain.Note.Why;
import dev.aisle.recommender.serving.domain.Page;
import dev.aisle.recommender.serving.domain.RecommendQuery;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.Recommendations;
import dev.aisle.recommender.serving.domain.Reranking;
import dev.aisle.recommender.serving.domain.Visit;
import dev.aisle.recommender.serving.usecase.ExplainItem;
import dev.aisle.recommender.serving.usecase.ExplainServed;
import dev.aisle.recommender.serving.usecase.ExplainServed.Past;
import dev.aisle.recommender.serving.usecase.PlacementRules;
import dev.aisle.recommender.serving.usecase.PlacementRules.Rules;
import dev.aisle.recommender.serving.usecase.Recommend;
import dev.aisle.recommender.serving.usecase.RecommendByPicture;
import dev.aisle.recommender.serving.usecase.RecommendItems;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What both protocols do alike: settings of the placement, cursors, notes about what was said in vain. */
@Singleton
class Desk {
    private final Recommend recommend;
    private final RecommendItems recommendItems;
    private final RecommendByPicture recommendByPicture;
    private final ExplainItem explainItem;
    private final ExplainServed explainServed;
    private final PlacementRules rules;
    private final ListDomains domains;
    private final Cursors cursors;

    Desk(
            Recommend recommend,
            RecommendItems recommendItems,
            RecommendByPicture recommendByPicture,
            ExplainItem explainItem,
            ExplainServed explainServed,
            PlacementRules rules,
            ListDomains domains,
            Cursors cursors) {
        this.recommend = recommend;
        this.recommendItems = recommendItems;
        this.recommendByPicture = recommendByPicture;
        this.explainItem = explainItem;
        this.explainServed = explainServed;
        this.rules = rules;
        this.domains = domains;
        this.cursors = cursors;
    }

    /**
     * For whom and where.
     *
     * @param unknown names of what else the caller says of the context
     * @param shown whether the caller says that the list is shown
     */
    record Person(Visit visit, Set<String> unknown, boolean shown) {}

    /** A cursor and the name of its field. */
    record Cursor(String field, String value) {}

    /** A checked question for a person. */
    record Personal(RecommendQuery query, Rules rules, String question, boolean shown, List<Note> notes) {}

    /** A checked question about products. */
    record Items(ItemQuery query, String question) {}

    Personal personal(
            Person person,
            int size,
            ItemFilter filter,
            UnaryOperator<Reranking> reranking,
            Cursor cursor,
            Shape shape,
            Checks checks) {
        checkDomain(filter, checks);
        Visit visit = person.visit();
        String violation = rules.violation(visit.placement());
        if (violation != null) {
            checks.refuse("placement", violation);
        }
        Rules ofPlacement = rules.of(visit.placement(), rules.domainOf(visit, filter));
        String question = Questions.personal(visit.subject(), visit.placement(), filter);
        RecommendQuery query = new RecommendQuery(
                visit, size, filter, reranking.apply(ofPlacement.reranking()), page(cursor, question, checks), shape);
        List<Note> notes = person.unknown().stream()
                .sorted()
                .map(name -> new Note(
                        "context", Why.NOT_USED, "Nothing is known that depends on " + name + "; it wasn't used."))
                .toList();
        return new Personal(query, ofPlacement, question, person.shown(), notes);
    }

    /** Both protocols call the field so. */
    void checkDomain(ItemFilter filter, Checks checks) {
        if (!domains.knows(filter.domain().domain())) {
            checks.refuse(
                    "filters.domain",
                    "must be one of " + domains.known()
                            + ", or empty; other packs are put in use by aisle.domains.packs");
        }
    }

    Page page(Cursor cursor, String question, Checks checks) {
        return cursors.page(cursor.field(), cursor.value(), question, checks);
    }

    Answer answer(Personal asked, Deadline deadline) {
        Recommendations list =
                recommend.recommend(asked.query(), asked.shown(), deadline).with(asked.notes());
        return new Answer(list, cursors.next(list, asked.question()), version(asked, list.ranker()));
    }

    /** The settings, and the learned ranker when one made the order: {@code usual@1f+lambdamart-0a}. */
    private static String version(Personal asked, String ranker) {
        String settings = asked.rules().version(asked.query().reranking());
        return ranker.isEmpty() ? settings : settings + "+" + ranker;
    }

    Answer similar(Items asked, Deadline deadline) {
        return answer(asked, deadline, recommendItems::similar);
    }

    Answer boughtTogether(Items asked, Deadline deadline) {
        return answer(asked, deadline, recommendItems::boughtTogether);
    }

    Answer trending(Items asked, Deadline deadline) {
        return answer(asked, deadline, recommendItems::trending);
    }

    RecommendByPicture.Outcome similarToImage(PictureQuestion asked, @Nullable String mediaType, Deadline deadline) {
        return recommendByPicture.list(asked.file(), mediaType, asked.query(), deadline);
    }

    Answer answer(PictureQuestion asked, Recommendations made) {
        return new Answer(made, cursors.next(made, asked.question()), "");
    }

    private Answer answer(Items asked, Deadline deadline, BiFunction<ItemQuery, Deadline, Recommendations> list) {
        Recommendations made = list.apply(asked.query(), deadline);
        return new Answer(made, cursors.next(made, asked.question()), "");
    }

    /** The first of the products that the shop hasn't. */
    Optional<String> unknown(Items asked) {
        return asked.query().productIds().stream()
                .filter(id -> !recommendItems.exists(id))
                .findFirst();
    }

    Optional<Explanation> explain(String subject, String productId, Locale locale, Deadline deadline) {
        return explainItem.explain(subject, productId, locale, deadline);
    }

    Past explainPast(String subject, String requestId, String productId, Locale locale) {
        return explainServed.explain(subject, requestId, productId, locale);
    }
}
