package dev.aisle.shop;

import static dev.aisle.shop.Html.tag;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.simulator.Kind;
import dev.aisle.simulator.Money;
import dev.aisle.simulator.Product;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Pages with products: the first one, a kind, what was searched, one product. */
final class ProductPages {
    private static final int ROW = 4;
    private static final int MOST = 24;

    private final Shelf shelf;
    private final Services services;
    private final Layout layout;

    ProductPages(Shelf shelf, Services services, Layout layout) {
        this.shelf = shelf;
        this.services = services;
        this.layout = layout;
    }

    String home(Visit visit) {
        Words words = visit.words();
        JsonNode list = services.recommended(visit.shopper(), visit.language(), 2 * ROW);
        String heading = visit.shopper()
                .filter(_ -> list.path("personalized").asBoolean())
                .map(shopper -> words.of("home.for", shopper.title()))
                .orElse(words.of("home.popular"));
        Html hero = tag("section", "hero")
                .add(tag("h1").text(words.of("home.title")), tag("p").text(words.of("home.words")));
        List<Html> picked = recommended(visit, list);
        Html first = section(heading, picked);
        if (picked.isEmpty()) {
            first.add(tag("p", "note").text(words.of("home.unfed")));
        }
        return layout.page(
                visit,
                words.of("home"),
                "",
                hero,
                first,
                section(words.of("kind." + Kind.MUGS), cards(visit, shelf.of(Kind.MUGS), ROW)),
                section(words.of("kind." + Kind.LAMPS), cards(visit, shelf.of(Kind.LAMPS), ROW)));
    }

    String kind(Visit visit, Kind kind) {
        String title = visit.words().of("kind." + kind);
        return layout.page(
                visit, title, "", tag("h1").text(title), tag("ul", "cards").add(cards(visit, shelf.of(kind), MOST)));
    }

    String search(Visit visit, String asked) {
        Words words = visit.words();
        List<Html> found = new ArrayList<>();
        if (!asked.isBlank()) {
            services.found(asked, MOST)
                    .path("hits")
                    .forEach(hit -> shelf.find(hit.path("productId").asText())
                            .ifPresent(product -> found.add(card(visit, product, ""))));
        }
        String title = words.of("search.title", asked);
        return layout.page(
                visit,
                title,
                "",
                tag("h1").text(title),
                found.isEmpty()
                        ? tag("p", "note").text(words.of("search.none"))
                        : tag("ul", "cards").add(found));
    }

    String product(Visit visit, Product product) {
        Words words = visit.words();
        Html facts = tag("dl")
                .add(
                        tag("dt").text(words.of("product.brand")),
                        tag("dd").text(product.brand().title()),
                        tag("dt").text(words.of("product.kind")),
                        tag("dd")
                                .add(tag("a").with(
                                                "href",
                                                "/" + visit.language().tag() + "/kinds/" + Shelf.name(product.kind()))
                                        .text(words.of("kind." + product.kind()))),
                        tag("dt").text(words.of("product.number")),
                        tag("dd").text(product.id()));
        Html about = tag("div")
                .add(
                        tag("h1").with("lang", "en").text(product.title()),
                        tag("p", "price large").text(price(product.price(), visit.language())),
                        facts,
                        tag("p").text(words.of("product.words")));
        List<Html> similar = recommended(visit, services.similar(product.id(), visit.language(), ROW));
        return layout.page(
                visit,
                product.title(),
                product.id(),
                tag("article", "product").add(picture(product, product.title(), 240), about),
                similar.isEmpty() ? tag("div") : section(words.of("product.similar"), similar));
    }

    private static Html section(String title, List<Html> cards) {
        return tag("section").add(tag("h2").text(title), tag("ul", "cards").add(cards));
    }

    private List<Html> recommended(Visit visit, JsonNode list) {
        List<Html> cards = new ArrayList<>();
        for (JsonNode item : list.path("items")) {
            Optional<Product> product = shelf.find(item.path("productId").asText());
            product.ifPresent(found -> cards.add(
                    card(visit, found, item.path("reason").path("text").asText(""))));
        }
        return cards;
    }

    private static List<Html> cards(Visit visit, List<Product> products, int most) {
        return products.stream()
                .limit(most)
                .map(product -> card(visit, product, ""))
                .toList();
    }

    private static Html card(Visit visit, Product product, String reason) {
        Html link = tag("a").with("href", "/" + visit.language().tag() + "/products/" + product.id())
                .add(
                        picture(product, "", 240),
                        tag("span", "title").with("lang", "en").text(product.title()));
        Html card = tag("li", "card").add(link, tag("span", "price").text(price(product.price(), visit.language())));
        return reason.isEmpty() ? card : card.add(tag("span", "reason").text(reason));
    }

    private static Html picture(Product product, String described, int size) {
        return tag("img")
                .with("src", "/pictures/" + product.id() + ".svg")
                .with("alt", described)
                .with("width", Integer.toString(size))
                .with("height", Integer.toString(size));
    }

    static String price(Money money, Language language) {
        NumberFormat format = NumberFormat.getCurrencyInstance(language.locale());
        format.setCurrency(Currency.getInstance(money.currency()));
        return format.format(money.amount());
    }
}
