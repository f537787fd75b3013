package dev.aisle.shop;

import static dev.aisle.shop.Html.tag;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.shop.gateway.Campaigns.AdPage;
import dev.aisle.simulator.Kind;
import dev.aisle.simulator.Product;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Pages with products: a kind, what was searched, one product. */
final class ProductPages {
    private static final String CURRENCY = "EUR";
    private static final int MOST = 24;
    private static final int MOST_WORDS = 200;

    private final Shelf shelf;
    private final Lists lists;
    private final Layout layout;

    ProductPages(Shelf shelf, Lists lists, Layout layout) {
        this.shelf = shelf;
        this.lists = lists;
        this.layout = layout;
    }

    String kind(Visit visit, Kind kind) {
        Tell.listed(visit.visitor(), kind);
        String title = visit.words().of("kind." + kind);
        List<Html> cards = sponsored(visit, new AdPage("department", List.of(), Optional.of(Shelf.name(kind))));
        shelf.of(kind).stream().limit(MOST).forEach(product -> cards.add(Lists.card(visit, product, "")));
        return layout.page(
                visit,
                title,
                "",
                tag("h1").text(title),
                tag("p", "why").text(visit.words().of("why.own")),
                tag("ul", "cards").add(cards));
    }

    private List<Html> sponsored(Visit visit, AdPage page) {
        List<Html> cards = new ArrayList<>();
        visit.apis()
                .campaigns()
                .sponsored(page, CURRENCY)
                .path("ads")
                .forEach(ad -> lists.sponsored(visit, ad).ifPresent(cards::add));
        return cards;
    }

    String search(Visit visit, String typed) {
        Words words = visit.words();
        String asked = typed.length() <= MOST_WORDS
                ? typed.strip()
                : typed.substring(0, MOST_WORDS).strip();
        String title = words.of("search.title", asked);
        if (asked.isEmpty()) {
            return layout.page(
                    visit, title, "", tag("h1").text(title), tag("p", "note").text(words.of("search.none")));
        }
        Tell.searched(visit.visitor(), asked);
        JsonNode found = visit.apis().recommender().found(asked, visit.tag(), MOST);
        List<String> said = Arrays.stream(asked.toLowerCase(Locale.ROOT).split("\\s+", -1))
                .limit(20)
                .toList();
        List<Html> cards = sponsored(visit, new AdPage("search", said, Optional.empty()));
        int ads = cards.size();
        found.path("hits")
                .forEach(hit -> shelf.find(hit.path("productId").asText())
                        .ifPresent(product -> cards.add(Lists.card(
                                visit,
                                product,
                                hit.path("source").asText().equals("meaning") ? words.of("why.meaning") : ""))));
        return layout.page(
                visit,
                title,
                "",
                tag("h1").text(title),
                cards.size() == ads
                        ? tag("p", "note").text(words.of("search.none"))
                        : tag("p", "why").text(words.of("why.search")),
                tag("ul", "cards").add(cards));
    }

    String product(Visit visit, Product product) {
        Tell.viewed(visit.visitor(), product);
        Words words = visit.words();
        Html about = tag("div")
                .add(
                        tag("h1").with("lang", "en").text(product.title()),
                        tag("p", "price large").text(Lists.price(product.price(), visit.language())),
                        buy(visit, product),
                        facts(visit, product),
                        tag("p").text(words.of("product.words")));
        JsonNode similar = visit.apis().recommender().similar(product.id(), visit.tag(), Lists.ROW);
        return layout.page(
                visit,
                product.title(),
                product.id(),
                tag("article", "product").add(Lists.picture(product, product.title(), 240), about),
                lists.made(visit, words.of("product.similar"), similar).orElseGet(() -> tag("div")));
    }

    private static Html buy(Visit visit, Product product) {
        return tag("form", "buy")
                .with("method", "post")
                .with("action", visit.at("/cart"))
                .add(
                        tag("input")
                                .with("type", "hidden")
                                .with("name", "product")
                                .with("value", product.id()),
                        tag("button", "main").text(visit.words().of("cart.add")));
    }

    private static Html facts(Visit visit, Product product) {
        Words words = visit.words();
        return tag("dl")
                .add(
                        tag("dt").text(words.of("product.brand")),
                        tag("dd").text(product.brand().title()),
                        tag("dt").text(words.of("product.kind")),
                        tag("dd")
                                .add(tag("a").with("href", visit.at("/kinds/" + Shelf.name(product.kind())))
                                        .text(words.of("kind." + product.kind()))),
                        tag("dt").text(words.of("product.number")),
                        tag("dd").text(product.id()));
    }
}
