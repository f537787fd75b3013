package dev.aisle.assistant.tools;

import dev.aisle.assistant.conversations.domain.Answer;
import dev.aisle.assistant.conversations.domain.AnswerKind;
import dev.aisle.assistant.conversations.domain.ShownProduct;
import dev.aisle.assistant.conversations.domain.Words;
import dev.aisle.assistant.conversations.usecase.Reply;
import dev.aisle.assistant.conversations.usecase.Turn;
import dev.aisle.assistant.shop.PriceRange;
import dev.aisle.assistant.shop.Product;
import dev.aisle.assistant.shop.Shop;
import dev.aisle.assistant.shop.Shop.Suggestion;
import dev.aisle.assistant.shop.Shop.Wish;
import dev.aisle.assistant.understanding.entities.Entity;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers with products: recommended ones with their reasons, facts of one, two beside each other. What is personal is left to the recommender, which asks for consent. */
@Singleton
public class AnswerProducts {
    private static final int SHOWN = 3;
    private static final int LOOKED_AT = 30;

    private final Shop shop;
    private final NameProducts names;

    AnswerProducts(Shop shop, NameProducts names) {
        this.shop = shop;
        this.names = names;
    }

    /** Products that fit what was written, in the order that fits the shopper; empty when the shop has none. */
    public Optional<Reply> recommended(Turn turn) {
        Words words = turn.words();
        PriceRange prices = PriceBounds.of(turn.question(), turn.named(Entity.Kind.PRICE));
        List<Product> hits = shop.search(turn.question(), words.locale(), prices, LOOKED_AT);
        Map<Product, String> chosen = new LinkedHashMap<>();
        for (Suggestion suggestion : personal(turn, prices, hits)) {
            String reason = suggestion.reason();
            chosen.put(suggestion.product(), reason == null ? words.say("reason.search") : reason);
        }
        for (Product hit : hits) {
            if (chosen.size() < SHOWN) {
                chosen.putIfAbsent(hit, words.say("reason.search"));
            }
        }
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(shown(turn, words.say(hits.isEmpty() ? "products.liked" : "products.found"), chosen));
    }

    private List<Suggestion> personal(Turn turn, PriceRange prices, List<Product> hits) {
        List<String> ids = hits.stream().map(Product::id).toList();
        return shop.recommend(new Wish(turn.subject(), turn.words().locale(), prices, ids, SHOWN));
    }

    private Reply shown(Turn turn, String text, Map<Product, String> chosen) {
        Map<String, String> titles = names.in(turn.language(), chosen.keySet());
        List<ShownProduct> products = new ArrayList<>();
        chosen.forEach((item, reason) ->
                products.add(ShownProduct.of(item, titles.getOrDefault(item.id(), item.title()), reason)));
        Answer answer = new Answer(AnswerKind.PRODUCTS, text, List.of(), products, List.of());
        return Reply.of(turn, answer)
                .remembering(memory ->
                        memory.about(products.stream().map(ShownProduct::id).toList()));
    }

    /** Tells the facts of the product that is spoken of; empty when none is. */
    public Optional<Reply> facts(Turn turn) {
        return spokenOf(turn, 1).stream().findFirst().map(item -> {
            String title = names.in(turn.language(), List.of(item)).getOrDefault(item.id(), item.title());
            Answer answer = new Answer(
                    AnswerKind.PRODUCTS,
                    ProductFacts.told(item, title, turn.question(), turn.words()),
                    List.of(),
                    List.of(ShownProduct.of(item, title, null)),
                    List.of());
            return Reply.of(turn, answer).remembering(memory -> memory.about(List.of(item.id())));
        });
    }

    /** Two products beside each other; the question which ones when there aren't two. */
    public Reply compared(Turn turn) {
        Words words = turn.words();
        List<Product> two = spokenOf(turn, 2);
        if (two.size() < 2) {
            return Reply.of(turn, Answer.of(AnswerKind.COMPARISON, words.say("compare.which")));
        }
        Map<String, String> titles = names.in(turn.language(), two);
        Product one = two.get(0);
        Product other = two.get(1);
        String first = titles.getOrDefault(one.id(), one.title());
        String second = titles.getOrDefault(other.id(), other.title());
        Answer answer = new Answer(
                AnswerKind.COMPARISON,
                ProductFacts.compared(one, first, other, second, words),
                List.of(),
                List.of(ShownProduct.of(one, first, null), ShownProduct.of(other, second, null)),
                List.of());
        return Reply.of(turn, answer).remembering(memory -> memory.about(List.of(one.id(), other.id())));
    }

    /** The product that the text names or points back at, if there is one. */
    public Optional<String> product(Turn turn) {
        return spokenOf(turn, 1).stream().map(Product::id).findFirst();
    }

    /** Those that the text names, then those that were shown last when there are too few. */
    private List<Product> spokenOf(Turn turn, int most) {
        List<String> ids = new ArrayList<>(turn.named(Entity.Kind.PRODUCT).stream()
                .map(Entity::value)
                .distinct()
                .toList());
        if (ids.size() < most) {
            turn.memory().products().stream().filter(id -> !ids.contains(id)).forEach(ids::add);
        }
        List<Product> items = new ArrayList<>();
        for (String id : ids) {
            Product item = shop.product(id);
            if (item != null && items.size() < most) {
                items.add(item);
            }
        }
        return items;
    }
}
