package dev.aisle.shop;

import static dev.aisle.shop.Html.tag;

import dev.aisle.shop.Articles.Article;
import dev.aisle.simulator.Product;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/** Pages about help and the shopper: articles, login, orders, and what was handed over to the shop's people. */
final class PersonPages {
    private static final Parser MARKDOWN = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private final Shelf shelf;
    private final Articles articles;
    private final Layout layout;

    PersonPages(Shelf shelf, Articles articles, Layout layout) {
        this.shelf = shelf;
        this.articles = articles;
        this.layout = layout;
    }

    String help(Visit visit) {
        Map<String, List<Article>> byTopic = new LinkedHashMap<>();
        articles.in(visit.language())
                .forEach(article -> byTopic.computeIfAbsent(article.topic(), _ -> new ArrayList<>())
                        .add(article));
        Html topics = tag("div", "topics");
        byTopic.forEach((topic, found) -> topics.add(tag("section")
                .add(
                        tag("h2").text(capital(topic)),
                        tag("ul")
                                .add(found.stream()
                                        .map(article -> tag("li")
                                                .add(tag("a").with("href", address(article))
                                                        .text(article.title())))
                                        .toList()))));
        String title = visit.words().of("help");
        return layout.page(visit, title, "", tag("h1").text(title), topics);
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String address(Article article) {
        return "/" + article.locale() + "/help/" + article.id();
    }

    String article(Visit visit, Article article) {
        Html back = tag("p").add(tag("a").with("href", "/" + article.locale() + "/help")
                .text("← " + visit.words().of("help")));
        Html text = tag("article", "text")
                .add(tag("h1").text(article.title()))
                .trusted(RENDERER.render(MARKDOWN.parse(article.body())));
        return layout.page(visit, article.title(), "", back, text);
    }

    String signIn(Visit visit) {
        Words words = visit.words();
        List<Html> choices = new ArrayList<>();
        for (Shopper shopper : Shopper.values()) {
            choices.add(button(visit, shopper.alias(), words.of("signin.as", shopper.title())));
        }
        visit.shopper().ifPresent(_ -> choices.add(button(visit, "", words.of("signout"))));
        return layout.page(
                visit,
                words.of("signin"),
                "",
                tag("h1").text(words.of("signin")),
                tag("p").text(words.of("signin.words")),
                tag("div", "people").add(choices));
    }

    private static Html button(Visit visit, String alias, String label) {
        return tag("form")
                .with("method", "post")
                .with("action", "/" + visit.language().tag() + "/sign-in")
                .add(
                        tag("input")
                                .with("type", "hidden")
                                .with("name", "shopper")
                                .with("value", alias),
                        tag("button").text(label));
    }

    String orders(Visit visit, List<Order> orders) {
        Words words = visit.words();
        Html list = tag("div", "orders")
                .add(orders.stream().map(order -> order(visit, order)).toList());
        return layout.page(
                visit,
                words.of("orders"),
                "",
                tag("h1").text(words.of("orders")),
                tag("p").text(words.of("orders.words")),
                list);
    }

    private Html order(Visit visit, Order order) {
        Words words = visit.words();
        Html lines = tag("ul");
        order.lines()
                .forEach(line -> shelf.find(line.productId())
                        .map(Product::title)
                        .ifPresent(title -> lines.add(tag("li").text(line.quantity() + " × " + title))));
        Html dates = tag("p").text(words.of("order.placed", day(order.placedAt(), visit.language())));
        arrival(order).ifPresent(key -> dates.text(" " + words.of(key, arrivalDay(order, visit.language()))));
        Html section = tag("section", "order")
                .add(
                        tag("h2").text(order.number()),
                        tag("p", "state").text(words.of("order." + order.status())),
                        dates,
                        lines);
        return order.status() == Order.Status.PLACED ? section.add(cancel(visit, order)) : section;
    }

    private static Html cancel(Visit visit, Order order) {
        return tag("form")
                .with("method", "post")
                .with("action", visit.at("/cancel"))
                .add(
                        tag("input")
                                .with("type", "hidden")
                                .with("name", "number")
                                .with("value", order.number()),
                        tag("button").text(visit.words().of("order.cancel")));
    }

    private static Optional<String> arrival(Order order) {
        if (order.parcel().deliveredAt() != null) {
            return Optional.of("order.arrived");
        }
        return order.parcel().expectedAt() == null ? Optional.empty() : Optional.of("order.expected");
    }

    private static String arrivalDay(Order order, Language language) {
        Instant delivered = order.parcel().deliveredAt();
        return day(delivered == null ? order.parcel().expectedAt() : delivered, language);
    }

    static String day(@Nullable Instant at, Language language) {
        return at == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language.locale())
                        .withZone(ZoneOffset.UTC)
                        .format(at);
    }

    String desk(Visit visit, List<String> handedOver) {
        Words words = visit.words();
        Html list = tag("div", "orders");
        handedOver.forEach(
                text -> list.add(tag("section", "order").add(tag("pre").text(text))));
        return layout.page(
                visit,
                words.of("desk"),
                "",
                tag("h1").text(words.of("desk")),
                tag("p").text(words.of(handedOver.isEmpty() ? "desk.none" : "desk.words")),
                list);
    }

    String gone(Visit visit) {
        String title = visit.words().of("gone");
        return layout.page(
                visit,
                title,
                "",
                tag("h1").text(title),
                tag("p").text(visit.words().of("gone.words")));
    }
}
