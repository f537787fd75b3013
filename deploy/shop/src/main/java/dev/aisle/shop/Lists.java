package dev.aisle.shop;

import static dev.aisle.shop.Html.tag;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.simulator.Money;
import dev.aisle.simulator.Product;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lists of products, each with why it is shown and why each product is in it. */
final class Lists {
    /** As many as stand beside one another on a wide page. */
    static final int ROW = 4;

    private final Shelf shelf;

    Lists(Shelf shelf) {
        this.shelf = shelf;
    }

    /** A list that a service made; nothing at all when it is empty. */
    Optional<Html> made(Visit visit, String title, JsonNode list) {
        return with(cards(visit, list), cards -> section(title, why(visit, list), cards));
    }

    /** What a campaign offers, one row; {@code reason} says which it is and why. */
    Optional<Html> offered(Visit visit, String title, Html reason, JsonNode decision) {
        return with(
                cards(visit, decision).stream().limit(ROW).toList(),
                cards -> section(title, tag("div").add(reason, why(visit, decision)), cards));
    }

    private static Optional<Html> with(List<Html> cards, Function<List<Html>, Html> section) {
        return cards.isEmpty() ? Optional.empty() : Optional.of(section.apply(cards));
    }

    private List<Html> cards(Visit visit, JsonNode list) {
        List<Html> cards = new ArrayList<>();
        for (JsonNode item : list.path("items")) {
            shelf.find(item.path("productId").asText())
                    .map(product -> card(
                            visit, product, item.path("reason").path("text").asText("")))
                    .ifPresent(cards::add);
        }
        return cards;
    }

    /** A list that the shop itself made: the same for everybody. */
    Html own(Visit visit, String title, List<Product> products, int most) {
        return section(
                title,
                tag("p", "why").text(visit.words().of("why.own")),
                products.stream()
                        .limit(most)
                        .map(product -> card(visit, product, ""))
                        .toList());
    }

    private static Html section(String title, Html why, List<Html> cards) {
        return tag("section", "list")
                .add(tag("h2").text(title), why, tag("ul", "cards").add(cards));
    }

    /** Why a list is as it is: in words, and for whoever wants it by what it was made. */
    static Html why(Visit visit, JsonNode list) {
        Words words = visit.words();
        boolean personal = list.path("personalized").asBoolean();
        String reason = list.path("reason").isTextual() ? list.path("reason").asText() : "general";
        Html badge = tag("span", personal ? "badge personal" : "badge")
                .text(words.of(personal ? "why.badge.personal" : "why.badge.everybody"));
        Html line = tag("p", "why").add(badge).text(" " + words.of(personal ? "why.personal" : "why." + reason));
        String model = list.path("modelVersion").asText("");
        return model.isEmpty()
                ? line
                : tag("div")
                        .add(
                                line,
                                tag("details", "how")
                                        .add(
                                                tag("summary").text(words.of("why.how")),
                                                tag("p").text(words.of(
                                                        "why.made",
                                                        list.path("stage").asText(),
                                                        model,
                                                        list.path("requestId").asText()))));
    }

    /** A sponsored product, with its label and why it stands there; the label goes with it always. */
    Optional<Html> sponsored(Visit visit, JsonNode ad) {
        String id = ad.path("ad").asText();
        return shelf.find(ad.path("productId").asText()).map(product -> {
            visit.visitor()
                    .showed(
                            id,
                            new Visitor.Followed(
                                    product.id(), ad.path("clickToken").asText()));
            Html link = tag("a").with("href", visit.at("/ads/" + id))
                    .add(
                            picture(product, "", 240),
                            tag("span", "title").with("lang", "en").text(product.title()));
            return tag("li", "card sponsored")
                    .add(
                            tag("span", "label").text(ad.path("label").asText()),
                            link,
                            tag("span", "price").text(price(product.price(), visit.language())),
                            tag("span", "reason").text(visit.words().of("why.ad")));
        });
    }

    static Html card(Visit visit, Product product, String reason) {
        Html link = tag("a").with("href", visit.at("/products/" + product.id()))
                .add(
                        picture(product, "", 240),
                        tag("span", "title").with("lang", "en").text(product.title()));
        Html card = tag("li", "card").add(link, tag("span", "price").text(price(product.price(), visit.language())));
        return reason.isEmpty() ? card : card.add(tag("span", "reason").text(reason));
    }

    static Html picture(Product product, String described, int size) {
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
