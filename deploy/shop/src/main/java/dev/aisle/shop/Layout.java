package dev.aisle.shop;

import static dev.aisle.shop.Html.tag;

import dev.aisle.simulator.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What every page has around its content, with the chat element as its last part. */
final class Layout {
    private final URI recommender;

    Layout(URI recommender) {
        this.recommender = recommender;
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
                        tag("link").with("rel", "icon").with("href", "/icon.svg"));
        Html body = tag("body")
                .add(
                        tag("a", "skip").with("href", "#content").text(words.of("skip")),
                        header(visit),
                        tag("main").with("id", "content").add(content),
                        tag("footer").add(tag("p").text(words.of("made"))),
                        chat(visit, product));
        return "<!doctype html>"
                + tag("html")
                        .with("lang", visit.language().locale().toLanguageTag())
                        .add(head, body);
    }

    private static Html header(Visit visit) {
        Words words = visit.words();
        String home = "/" + visit.language().tag();
        Html search = tag("form", "search")
                .with("action", home + "/search")
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
                        tag("a", "name").with("href", home + "/").text(words.of("shop")),
                        search,
                        tag("nav", "own")
                                .with("aria-label", words.of("nav.own"))
                                .add(own(visit, home)));
        List<Html> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            kinds.add(tag("a").with("href", home + "/kinds/" + Shelf.name(kind)).text(words.of("kind." + kind)));
        }
        return tag("header")
                .add(
                        top,
                        tag("nav", "kinds")
                                .with("aria-label", words.of("nav.kinds"))
                                .add(kinds));
    }

    private static List<Html> own(Visit visit, String home) {
        Words words = visit.words();
        List<Html> links = new ArrayList<>();
        links.add(tag("a").with("href", home + "/help").text(words.of("help")));
        visit.shopper()
                .ifPresent(
                        _ -> links.add(tag("a").with("href", home + "/orders").text(words.of("orders"))));
        links.add(tag("a").with("href", home + "/sign-in")
                .text(visit.shopper().map(Shopper::title).orElse(words.of("signin"))));
        Language other = visit.language().other();
        links.add(tag("a").with("href", "/" + other.tag() + visit.path())
                .with("lang", other.tag())
                .with("hreflang", other.tag())
                .text(other.title()));
        return links;
    }

    private Html chat(Visit visit, String product) {
        return tag("script")
                .with("src", recommender.resolve("/chat.js").toString())
                .with("data-open", "/assistant/conversations")
                .with("data-service", recommender.toString())
                .with("data-locale", visit.language().tag())
                .with("data-session", visit.shopper().map(Shopper::alias).orElse("nobody"))
                .with("data-product", product);
    }

    /** No page runs a script but the chat element's, and none talks to anybody else. */
    String policy() {
        return "default-src 'none'; script-src " + recommender + "; connect-src 'self' " + recommender
                + "; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }
}
