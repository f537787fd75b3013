package dev.aisle.shop;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Finds the page of a path such as {@code /en/products/p00001}. */
final class Pages {
    private final Shelf shelf;
    private final Articles articles;
    private final Services services;
    private final ProductPages products;
    private final PersonPages persons;
    private final Counter counter;
    private final Map<Language, Words> words = new EnumMap<>(Language.class);

    Pages(
            Shelf shelf,
            Articles articles,
            Services services,
            ProductPages products,
            PersonPages persons,
            Counter counter) {
        this.shelf = shelf;
        this.articles = articles;
        this.services = services;
        this.products = products;
        this.persons = persons;
        this.counter = counter;
        List.of(Language.values()).forEach(language -> words.put(language, new Words(language)));
    }

    /**
     * The page.
     *
     * @param path behind the language, with the slash in front
     */
    Answer page(Question question, Language language, String path) {
        Words spoken = Objects.requireNonNull(words.get(language));
        Visit visit = new Visit(spoken, path, question.shopper());
        String[] parts = path.substring(1).split("/", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "" -> Answer.page(200, products.home(visit));
            case "kinds" ->
                Shelf.kind(rest)
                        .map(kind -> Answer.page(200, products.kind(visit, kind)))
                        .orElseGet(() -> gone(visit));
            case "products" -> product(visit, rest);
            case "search" -> Answer.page(200, products.search(visit, question.parameter("q")));
            case "help" -> help(visit, rest);
            case "sign-in" -> Answer.page(200, persons.signIn(visit));
            case "orders" ->
                visit.shopper()
                        .map(shopper -> Answer.page(200, persons.orders(visit, counter.ordersOf(shopper))))
                        .orElseGet(() -> Answer.to("/" + language.tag() + "/sign-in"));
            case "desk" -> Answer.page(200, persons.desk(visit, counter.handedOver()));
            default -> gone(visit);
        };
    }

    private Answer product(Visit visit, String id) {
        return shelf.find(id)
                .map(product -> {
                    visit.shopper().ifPresent(shopper -> tell(shopper, id));
                    return Answer.page(200, products.product(visit, product));
                })
                .orElseGet(() -> gone(visit));
    }

    private void tell(Shopper shopper, String productId) {
        Thread.startVirtualThread(() -> services.viewed(shopper, productId, "shop-" + UUID.randomUUID()));
    }

    private Answer help(Visit visit, String id) {
        return id.isEmpty()
                ? Answer.page(200, persons.help(visit))
                : articles.find(id, visit.language())
                        .map(article -> Answer.page(200, persons.article(visit, article)))
                        .orElseGet(() -> gone(visit));
    }

    private Answer gone(Visit visit) {
        return Answer.page(404, persons.gone(visit));
    }
}
