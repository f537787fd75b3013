package dev.aisle.recommender.assistant.tools;

import dev.aisle.recommender.assistant.conversations.domain.Answer;
import dev.aisle.recommender.assistant.conversations.domain.AnswerKind;
import dev.aisle.recommender.assistant.conversations.domain.ShownProduct;
import dev.aisle.recommender.assistant.conversations.domain.Words;
import dev.aisle.recommender.assistant.conversations.usecase.Reply;
import dev.aisle.recommender.assistant.conversations.usecase.Turn;
import dev.aisle.recommender.assistant.understanding.entities.Entity;
import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.search.Said;
import dev.aisle.recommender.search.SearchProducts;
import dev.aisle.recommender.search.SearchQuery;
import dev.aisle.recommender.search.SearchResult.Hit;
import dev.aisle.recommender.serving.domain.Deadline;
import dev.aisle.recommender.serving.domain.Page;
import dev.aisle.recommender.serving.domain.Reason;
import dev.aisle.recommender.serving.domain.RecommendQuery;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.RecommendQuery.Terms;
import dev.aisle.recommender.serving.domain.Recommendations;
import dev.aisle.recommender.serving.domain.Reranking;
import dev.aisle.recommender.serving.domain.Visit;
import dev.aisle.recommender.serving.usecase.PlacementRules;
import dev.aisle.recommender.serving.usecase.PlacementRules.Rules;
import dev.aisle.recommender.serving.usecase.Recommend;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers with products: recommended ones with their reasons, facts of one, two beside each other. What is personal is left to the recommender, which asks for consent. */
@Singleton
public class AnswerProducts {
    private static final String PLACEMENT = "assistant";
    private static final int SHOWN = 3;
    private static final int LOOKED_AT = 30;
    private static final Duration BUDGET = Duration.ofMillis(100);

    private final Catalogue catalogue;
    private final SearchProducts search;
    private final PlacementRules rules;
    private final Recommend recommend;
    private final NameProducts names;

    AnswerProducts(
            Catalogue catalogue, SearchProducts search, PlacementRules rules, Recommend recommend, NameProducts names) {
        this.catalogue = catalogue;
        this.search = search;
        this.rules = rules;
        this.recommend = recommend;
        this.names = names;
    }

    /** Products that fit what was written, in the order that fits the shopper; empty when the shop has none. */
    public Optional<Reply> recommended(Turn turn) {
        Words words = turn.words();
        ItemFilter filter = new ItemFilter(
                List.of(), Set.of(), PriceBounds.of(turn.question(), turn.named(Entity.Kind.PRICE)), false, Set.of());
        List<CatalogueItem> hits = found(turn, filter);
        Map<CatalogueItem, String> chosen = new LinkedHashMap<>();
        for (Recommendations.Item item : personal(turn, within(filter, hits)).items()) {
            Reason reason = item.reason();
            chosen.put(item.product(), reason == null ? words.say("reason.search") : reason.text());
        }
        for (CatalogueItem hit : hits) {
            if (chosen.size() < SHOWN) {
                chosen.putIfAbsent(hit, words.say("reason.search"));
            }
        }
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(shown(turn, words.say(hits.isEmpty() ? "products.liked" : "products.found"), chosen));
    }

    private List<CatalogueItem> found(Turn turn, ItemFilter filter) {
        String text = turn.question();
        String cut = text.length() > SearchQuery.LONGEST_TEXT ? text.substring(0, SearchQuery.LONGEST_TEXT) : text;
        return search
                .search(new SearchQuery(Said.typed(cut), turn.words().locale(), LOOKED_AT, 0, filter))
                .hits()
                .stream()
                .map(Hit::product)
                .toList();
    }

    private static ItemFilter within(ItemFilter filter, List<CatalogueItem> hits) {
        List<String> ids = hits.stream().map(CatalogueItem::productId).toList();
        return new ItemFilter(
                filter.categories(), filter.brands(), filter.price(), filter.inStockOnly(), Set.copyOf(ids));
    }

    private Recommendations personal(Turn turn, ItemFilter filter) {
        Visit visit = Visit.of(turn.subject(), PLACEMENT);
        Rules settings = rules.of(visit, filter);
        RecommendQuery query = new RecommendQuery(
                visit,
                SHOWN,
                settings.within(filter),
                Reranking.USUAL,
                Page.first(),
                new Shape(true, turn.words().locale()),
                new Terms(settings.version(Reranking.USUAL), true, List.of()));
        return recommend.recommend(query, Deadline.in(BUDGET));
    }

    private Reply shown(Turn turn, String text, Map<CatalogueItem, String> chosen) {
        Map<String, String> titles = names.in(turn.language(), chosen.keySet());
        List<ShownProduct> products = new ArrayList<>();
        chosen.forEach((item, reason) ->
                products.add(ShownProduct.of(item, titles.getOrDefault(item.productId(), item.title()), reason)));
        Answer answer = new Answer(AnswerKind.PRODUCTS, text, List.of(), products, List.of());
        return Reply.of(turn, answer)
                .remembering(memory ->
                        memory.about(products.stream().map(ShownProduct::id).toList()));
    }

    /** What the catalogue says of the product that is spoken of; empty when none is. */
    public Optional<Reply> facts(Turn turn) {
        return spokenOf(turn, 1).stream().findFirst().map(item -> {
            String title = names.in(turn.language(), List.of(item)).getOrDefault(item.productId(), item.title());
            Answer answer = new Answer(
                    AnswerKind.PRODUCTS,
                    ProductFacts.told(item, title, turn.question(), turn.words()),
                    List.of(),
                    List.of(ShownProduct.of(item, title, null)),
                    List.of());
            return Reply.of(turn, answer).remembering(memory -> memory.about(List.of(item.productId())));
        });
    }

    /** Two products beside each other; the question which ones when there aren't two. */
    public Reply compared(Turn turn) {
        Words words = turn.words();
        List<CatalogueItem> two = spokenOf(turn, 2);
        if (two.size() < 2) {
            return Reply.of(turn, Answer.of(AnswerKind.COMPARISON, words.say("compare.which")));
        }
        Map<String, String> titles = names.in(turn.language(), two);
        CatalogueItem one = two.get(0);
        CatalogueItem other = two.get(1);
        String first = titles.getOrDefault(one.productId(), one.title());
        String second = titles.getOrDefault(other.productId(), other.title());
        Answer answer = new Answer(
                AnswerKind.COMPARISON,
                ProductFacts.compared(one, first, other, second, words),
                List.of(),
                List.of(ShownProduct.of(one, first, null), ShownProduct.of(other, second, null)),
                List.of());
        return Reply.of(turn, answer).remembering(memory -> memory.about(List.of(one.productId(), other.productId())));
    }

    /** The product that the text names or points back at, if there is one. */
    public Optional<String> product(Turn turn) {
        return spokenOf(turn, 1).stream().map(CatalogueItem::productId).findFirst();
    }

    /** Those that the text names, then those that were shown last when there are too few. */
    private List<CatalogueItem> spokenOf(Turn turn, int most) {
        List<String> ids = new ArrayList<>(turn.named(Entity.Kind.PRODUCT).stream()
                .map(Entity::value)
                .distinct()
                .toList());
        if (ids.size() < most) {
            turn.memory().products().stream().filter(id -> !ids.contains(id)).forEach(ids::add);
        }
        List<CatalogueItem> items = new ArrayList<>();
        for (String id : ids) {
            CatalogueItem item = catalogue.get(id);
            if (item != null && items.size() < most) {
                items.add(item);
            }
        }
        return items;
    }
}
