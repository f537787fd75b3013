package dev.aisle.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.importer.Collected;
import dev.aisle.local.shell.CommandFailure;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows two people their recommendations, and what a single view changes. */
final class RecommendAct {
    private static final int SIZE = 5;
    private static final int CANDIDATES = 40;
    /** A single glance changes little for somebody with hundreds of purchases. */
    private static final int VIEWS = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private final Story story;
    private final Figures figures;

    RecommendAct(Story story, Figures figures) {
        this.story = story;
        this.figures = figures;
    }

    void play(Cast cast, Collected data) {
        story.chapter("Two people, two sets of recommendations, each with its reason.");
        of(cast.first());
        var second = of(cast.second());
        story.chapter("Customer " + cast.first() + " looks at something new, and the recommendations follow.");
        for (var product : news(cast, second, data)) {
            if (viewChanges(cast.first(), product)) {
                return;
            }
            story.say("That was not enough to change the first " + SIZE + "; the customer looks on:");
        }
        throw new CommandFailure("The recommendations did not change after " + VIEWS + " views.");
    }

    private String of(String customer) {
        var pseudonym = Storefront.pseudonymOf(story.show(Storefront.pseudonym(customer)));
        var answer = story.show(Storefront.recommend(pseudonym, SIZE)).json();
        story.say("Customer " + customer + (answer.path("personalized").asBoolean() ? ", personally:" : ":"));
        story.items(answer);
        if (answer.path("items").isEmpty()) {
            throw new CommandFailure("There are no recommendations for customer " + customer + ".");
        }
        return pseudonym;
    }

    /** What the second person is offered and the first has never touched: connected, and new. */
    private List<ObjectNode> news(Cast cast, String second, Collected data) {
        var touched = Cast.products(data.events().stream()
                .filter(event -> event.person().equals(cast.first()))
                .toList());
        var offered = Storefront.productIds(
                story.quietly(Storefront.recommend(second, CANDIDATES)).json());
        var byId = data.products().stream()
                .collect(Collectors.toMap(product -> product.path("productId").asText(), Function.identity()));
        return offered.stream()
                .filter(id -> !touched.contains(id))
                .map(byId::get)
                .filter(Objects::nonNull)
                .limit(VIEWS)
                .toList();
    }

    private boolean viewChanges(String customer, JsonNode product) {
        var pseudonym = Storefront.pseudonymOf(story.quietly(Storefront.pseudonym(customer)));
        var before = recommended(pseudonym);
        var start = System.nanoTime();
        story.show(Storefront.view(customer, product));
        var changed = Waiting.until(
                PATIENCE,
                Duration.ofMillis(40),
                () -> Optional.of(recommended(pseudonym)).filter(now -> !now.equals(before)));
        if (changed.isEmpty()) {
            return false;
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        figures.note("event to changed recommendation", String.format(Locale.ROOT, "%.2f s", seconds));
        story.say(String.format(
                Locale.ROOT,
                "After %.2f s, because of \"%s\":",
                seconds,
                product.path("title").asText()));
        story.items(story.quietly(Storefront.recommend(pseudonym, SIZE)).json());
        return true;
    }

    private List<String> recommended(String pseudonym) {
        return Storefront.productIds(
                story.quietly(Storefront.recommend(pseudonym, SIZE)).json());
    }
}
