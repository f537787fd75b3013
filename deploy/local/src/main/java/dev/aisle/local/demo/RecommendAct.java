package dev.aisle.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.importer.Collected;
import dev.aisle.local.shell.CommandFailure;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows two people their recommendations, and what a single view changes. */
final class RecommendAct {
    private static final int SIZE = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final Story story;
    private final Figures figures;

    RecommendAct(Story story, Figures figures) {
        this.story = story;
        this.figures = figures;
    }

    void play(Cast cast, Collected data) {
        story.chapter("Two people, two sets of recommendations, each with its reason.");
        var first = of(cast.first());
        var second = of(cast.second());
        story.chapter("Customer " + cast.first() + " looks at something new, and the recommendations follow.");
        view(cast.first(), news(first, second, data));
    }

    private JsonNode of(String customer) {
        var pseudonym = Storefront.pseudonymOf(story.show(Storefront.pseudonym(customer)));
        var answer = story.show(Storefront.recommend(pseudonym, SIZE)).json();
        story.say("Customer " + customer + (answer.path("personalized").asBoolean() ? ", personally:" : ":"));
        story.items(answer);
        if (answer.path("items").isEmpty()) {
            throw new CommandFailure("There are no recommendations for customer " + customer + ".");
        }
        return answer;
    }

    /** A product that the second person is offered and the first isn't: it is connected, and new to the first. */
    private static JsonNode news(JsonNode first, JsonNode second, Collected data) {
        var known = new HashSet<>(Storefront.productIds(first));
        var id = Storefront.productIds(second).stream()
                .filter(product -> !known.contains(product))
                .findFirst()
                .orElse(Storefront.productIds(second).getFirst());
        return data.products().stream()
                .filter(product -> product.path("productId").asText().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new CommandFailure("The recommended product " + id + " is not in the catalogue file."));
    }

    private void view(String customer, JsonNode product) {
        var pseudonym = Storefront.pseudonymOf(story.quietly(Storefront.pseudonym(customer)));
        var before = recommended(pseudonym);
        var start = System.nanoTime();
        story.show(Storefront.view(customer, product));
        Waiting.require(
                PATIENCE,
                Duration.ofMillis(40),
                () -> Optional.of(recommended(pseudonym)).filter(now -> !now.equals(before)),
                () -> "The recommendations did not change within twenty seconds of the view.");
        var seconds = (System.nanoTime() - start) / 1e9;
        figures.note("event to changed recommendation", String.format(Locale.ROOT, "%.2f s", seconds));
        story.say(String.format(
                Locale.ROOT,
                "After %.2f s, because of \"%s\":",
                seconds,
                product.path("title").asText()));
        story.items(story.quietly(Storefront.recommend(pseudonym, SIZE)).json());
    }

    private List<String> recommended(String pseudonym) {
        return Storefront.productIds(
                story.quietly(Storefront.recommend(pseudonym, SIZE)).json());
    }
}
