package dev.aisle.shop;

import static dev.aisle.shop.Html.tag;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.shop.gateway.Reply;
import dev.aisle.simulator.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first page: a headline under experiment, what a campaign offers, and the best for whoever looks at it. */
final class HomePage {
    /** The experiment of the demo is on this flag; a shop without it shows the usual headline. */
    static final String FLAG = "home-hero";

    private final Shelf shelf;
    private final Lists lists;
    private final Layout layout;

    HomePage(Shelf shelf, Lists lists, Layout layout) {
        this.shelf = shelf;
        this.lists = lists;
        this.layout = layout;
    }

    String page(Visit visit) {
        Words words = visit.words();
        List<Html> parts = new ArrayList<>();
        parts.add(hero(visit));
        visit.me()
                .map(me -> visit.apis().campaigns().decided("home", me, visit.tag(), List.of()))
                .map(decision -> Offers.shown(visit, decision, lists))
                .ifPresent(parts::add);
        parts.add(chosen(visit));
        parts.add(lists.own(visit, words.of("kind." + Kind.MUGS), shelf.of(Kind.MUGS), Lists.ROW));
        parts.add(lists.own(visit, words.of("kind." + Kind.LAMPS), shelf.of(Kind.LAMPS), Lists.ROW));
        return layout.page(visit, words.of("home"), "", parts.toArray(Html[]::new));
    }

    private Html chosen(Visit visit) {
        Words words = visit.words();
        JsonNode list = visit.apis().recommender().recommended("home", visit.me(), visit.tag(), 2 * Lists.ROW);
        String heading = !list.path("personalized").asBoolean()
                ? words.of("home.popular")
                : visit.shopper()
                        .map(shopper -> words.of("home.for", shopper.title()))
                        .orElse(words.of("home.you"));
        return lists.made(visit, heading, list).orElseGet(() -> unfed(visit, list));
    }

    /** What a newcomer sees before the services have products, or while they don't run. */
    private static Html unfed(Visit visit, JsonNode list) {
        Words words = visit.words();
        boolean reached = !list.isMissingNode();
        return tag("section", "empty")
                .with("role", "status")
                .add(
                        tag("h2").text(words.of(reached ? "home.unfed" : "home.unreachable")),
                        tag("p").text(words.of(reached ? "home.unfed.words" : "home.unreachable.words")),
                        tag("p").add(tag("code").text(reached ? "./aisle demo" : "./aisle up")));
    }

    private static Html hero(Visit visit) {
        Words words = visit.words();
        JsonNode flag = visit.me()
                .map(me -> visit.visitor().variation(() -> visit.apis().flags().evaluated(FLAG, me, visit.tag())))
                .orElseGet(Reply.JSON::missingNode);
        boolean story = flag.path("value").asText().equals("story");
        return tag("section", story ? "hero story" : "hero")
                .add(
                        tag("h1").text(words.of(story ? "home.title.story" : "home.title")),
                        tag("p").text(words.of(story ? "home.words.story" : "home.words")),
                        experiment(visit, flag));
    }

    /** Which variation somebody sees, and why. */
    private static Html experiment(Visit visit, JsonNode flag) {
        Words words = visit.words();
        Optional<String> id = Optional.of(
                        flag.path("metadata").path("experiment").asText(""))
                .filter(experiment -> !experiment.isEmpty());
        return id.map(experiment -> tag("p", "why")
                        .add(tag("span", "badge")
                                .text(words.of(
                                        "experiment.badge", flag.path("variant").asText())))
                        .text(" " + words.of("experiment.words", experiment)))
                .orElseGet(() -> tag("p", "why").text(words.of("experiment.none")));
    }
}
