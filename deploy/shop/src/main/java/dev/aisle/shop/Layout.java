package dev.aisle.shop;

import static dev.aisle.shop.Html.tag;

import dev.aisle.shop.gateway.Addresses;
import dev.aisle.simulator.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What every page has around its content: the choices, the side panel, and the chat element as its last part. */
final class Layout {
    private final URI recommender;
    private final URI privacy;

    Layout(Addresses services) {
        this.recommender = services.recommender();
        this.privacy = services.privacy();
    }

    /**
     * A whole page.
     *
     * @param product the page's product, for the assistant; empty when it shows none
     */
    String page(Visit visit, String title, String product, Html... content) {
        Words words = visit.words();
        Html head = tag("head")
                .add(
                        tag("meta").with("charset", "utf-8"),
                        tag("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                        tag("title").text(title + " – " + words.of("shop")),
                        tag("link").with("rel", "stylesheet").with("href", "/shop.css"),
                        tag("link").with("rel", "stylesheet").with("href", "/panel.css"),
                        tag("link").with("rel", "icon").with("href", "/icon.svg"),
                        tag("script").with("src", "/panel.js").with("defer", ""));
        String said = visit.visitor().said();
        Html main = tag("main").with("id", "content");
        if (!said.isEmpty()) {
            main.add(tag("p", "said").with("role", "status").text(said));
        }
        Html shop = tag("div", "shop")
                .add(
                        header(visit),
                        Choices.strip(visit),
                        main.add(content),
                        tag("footer").add(tag("p").text(words.of("made"))));
        Html body = tag("body")
                .add(
                        tag("a", "skip").with("href", "#content").text(words.of("skip")),
                        shop,
                        panel(visit),
                        chat(visit, product));
        return "<!doctype html>"
                + tag("html")
                        .with("lang", visit.language().locale().toLanguageTag())
                        .add(head, body);
    }

    private static Html header(Visit visit) {
        Words words = visit.words();
        Html search = tag("form", "search")
                .with("action", visit.at("/search"))
                .with("role", "search")
                .add(
                        tag("input")
                                .with("type", "search")
                                .with("name", "q")
                                .with("maxlength", "200")
                                .with("aria-label", words.of("search.label"))
                                .with("placeholder", words.of("search.label")),
                        tag("button").text(words.of("search.go")));
        Html top = tag("div", "bar")
                .add(
                        tag("a", "name").with("href", visit.at("/")).text(words.of("shop")),
                        search,
                        tag("nav", "own")
                                .with("aria-label", words.of("nav.own"))
                                .add(own(visit)));
        List<Html> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            kinds.add(tag("a").with("href", visit.at("/kinds/" + Shelf.name(kind)))
                    .text(words.of("kind." + kind)));
        }
        return tag("header")
                .add(
                        top,
                        tag("nav", "kinds")
                                .with("aria-label", words.of("nav.kinds"))
                                .add(kinds));
    }

    private static List<Html> own(Visit visit) {
        Words words = visit.words();
        List<Html> links = new ArrayList<>();
        links.add(link(
                visit, "/cart", words.of("cart.link", visit.visitor().cart().count())));
        links.add(link(visit, "/help", words.of("help")));
        links.add(link(visit, "/account", words.of("account")));
        visit.shopper().ifPresent(_ -> links.add(link(visit, "/orders", words.of("orders"))));
        links.add(link(visit, "/sign-in", visit.shopper().map(Shopper::title).orElse(words.of("signin"))));
        Language other = visit.language().other();
        links.add(tag("a").with("href", "/" + other.tag() + visit.path())
                .with("lang", other.tag())
                .with("hreflang", other.tag())
                .text(other.title()));
        return links;
    }

    private static Html link(Visit visit, String path, String text) {
        return tag("a").with("href", visit.at(path)).text(text);
    }

    /** Filled by panel.js from the journal of this visit; on a wide page it stands beside the shop, on a narrow one below it. */
    private static Html panel(Visit visit) {
        Words words = visit.words();
        Html filters = tag("div", "filters").with("role", "group").with("aria-label", words.of("panel.filters"));
        for (String filter : List.of("all", "events", "consent", "lists", "offers", "withheld")) {
            filters.add(tag("button")
                    .with("type", "button")
                    .with("data-filter", filter)
                    .with("aria-pressed", Boolean.toString(filter.equals("all")))
                    .text(words.of("panel.filter." + filter)));
        }
        return tag("aside", "panel")
                .with("aria-label", words.of("panel"))
                .add(tag("details")
                        .with("id", "panel")
                        .add(
                                tag("summary").text(words.of("panel")),
                                tag("p", "intro").text(words.of("panel.words")),
                                filters,
                                tag("ol")
                                        .with("id", "journal")
                                        .with("data-source", visit.at("/journal"))
                                        .with("data-sent", words.of("panel.sent"))
                                        .with("data-answered", words.of("panel.answered"))
                                        .with("data-none", words.of("panel.none"))
                                        .with("tabindex", "0")
                                        .with("aria-label", words.of("panel.list")),
                                tag("p", "intro").with("id", "journal-state").with("role", "status")));
    }

    private Html chat(Visit visit, String product) {
        return tag("script")
                .with("src", recommender.resolve("/chat.js").toString())
                .with("data-open", "/assistant/conversations")
                .with("data-service", recommender.toString())
                .with("data-locale", visit.tag())
                .with("data-session", visit.shopper().map(Shopper::alias).orElse("nobody"))
                .with("data-product", product);
    }

    /** Scripts are the shop's own and those of the two elements; pages talk to the shop, and the chat to its service. */
    String policy() {
        return "default-src 'none'; script-src 'self' " + recommender + " " + privacy + "; connect-src 'self' "
                + recommender + "; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'none'";
    }

    /** The script of the preference centre. */
    URI preferences() {
        return privacy.resolve("/preferences.js");
    }
}
