package dev.aisle.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.importer.Collected;
import dev.aisle.local.shell.CommandFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A welcome for somebody new, and something that fits the cart. */
final class CampaignAct {
    /** A campaign keeps a share of people out, to measure its effect: the next one gets it. */
    private static final int VISITORS = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final List<String> PURPOSES = List.of("analytics", "model_training", "personalization");
    private final Story story;

    CampaignAct(Story story) {
        this.story = story;
    }

    void play(Cast cast, Collected data) {
        var product = data.products().iterator().next();
        warmUp();
        story.chapter("Without a consent nothing is stored; with one, a newcomer is welcomed.");
        for (int number = 1; number <= VISITORS; number++) {
            if (welcomed("new-" + Instant.now().toEpochMilli() + "-" + number, product, number == 1)) {
                crossSell(cast);
                return;
            }
        }
        throw new CommandFailure("None of " + VISITORS + " newcomers got the welcome campaign.");
    }

    /** The first question after a start fetches a token and opens a connection; nobody's frequency cap is touched by it. */
    private void warmUp() {
        var nobody = Storefront.pseudonymOf(story.quietly(Storefront.pseudonym("nobody")));
        Waiting.until(
                PATIENCE,
                Duration.ofMillis(300),
                () -> Optional.of(story.quietly(Storefront.decide("home", nobody, List.of()))
                                .json())
                        .filter(answer -> !answer.path("items").isEmpty()));
    }

    private boolean welcomed(String customer, JsonNode product, boolean withContrast) {
        if (withContrast) {
            var dropped = story.show(Storefront.view(customer, product)).json().path("dropped");
            story.say("Dropped at the door: " + dropped);
        }
        story.show(Storefront.grant(customer, PURPOSES));
        var pseudonym = Storefront.pseudonymOf(story.quietly(Storefront.pseudonym(customer)));
        takenIn(customer, product);
        var call = Storefront.decide("home", pseudonym, List.of());
        var decision = Waiting.until(PATIENCE, Duration.ofMillis(300), () -> offered(call, "welcome"));
        decision.ifPresent(answer -> tell(call));
        if (decision.isEmpty()) {
            story.say("This newcomer is in the comparison group; the next one:");
        }
        return decision.isPresent();
    }

    /** The door learns of a grant from a topic: the first moments it still drops. */
    private void takenIn(String customer, JsonNode product) {
        Waiting.require(
                PATIENCE,
                Duration.ofMillis(200),
                () -> Optional.of(story.quietly(Storefront.view(customer, product))
                                .json())
                        .filter(answer -> answer.path("accepted").asInt() == 1),
                () -> "The door still drops the events of somebody who has consented.");
        story.say("Now the event goes in.");
    }

    private Optional<JsonNode> offered(Call call, String kind) {
        return Optional.of(story.quietly(call).json())
                .filter(answer -> answer.path("campaign").path("kind").asText().equals(kind));
    }

    private void tell(Call call) {
        var answer = story.show(call).json();
        var content = answer.path("content");
        story.say("Campaign " + answer.path("campaign").path("id").asText() + ", variation "
                + answer.path("variation").asText() + ": \""
                + content.path("title").asText() + "\" "
                + content.path("body").asText());
        story.say("Because: " + answer.path("reason").path("text").asText());
        story.items(answer);
    }

    private void crossSell(Cast cast) {
        story.chapter("Something that fits what lies in the cart.");
        for (var customer : List.of(cast.first(), cast.second())) {
            var pseudonym = Storefront.pseudonymOf(story.quietly(Storefront.pseudonym(customer)));
            var liked = Storefront.productIds(
                    story.quietly(Storefront.recommend(pseudonym, 1)).json());
            var call = Storefront.decide("cart", pseudonym, liked);
            if (offered(call, "cross_sell").isPresent()) {
                tell(call);
                return;
            }
        }
        throw new CommandFailure("Neither of two people got the cross-sell campaign.");
    }
}
