package dev.aisle.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Part;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Somebody says no, and somebody is forgotten. */
final class PrivacyAct {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(50);
    private final Story story;
    private final Figures figures;

    PrivacyAct(Story story, Figures figures) {
        this.story = story;
        this.figures = figures;
    }

    void withdrawal(String customer) {
        story.chapter("Customer " + customer + " says no to personalization.");
        var pseudonym = Storefront.pseudonymOf(story.quietly(Storefront.pseudonym(customer)));
        var start = System.nanoTime();
        story.show(Storefront.withdraw(pseudonym, "personalization"));
        var call = Storefront.recommend(pseudonym, 3);
        Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> impersonal(call),
                () -> "The recommendations are still personal a minute after the withdrawal.");
        figures.note("withdrawal to impersonal recommendations", seconds(start));
        var answer = story.show(call).json();
        story.say("personalized: " + answer.path("personalized") + ", reason: "
                + answer.path("reason").asText());
        story.items(answer);
        story.say("Later the customer says yes again.");
        story.show(Storefront.grant(customer, List.of("personalization")));
    }

    private Optional<JsonNode> impersonal(Call call) {
        return Optional.of(story.quietly(call).json())
                .filter(answer -> !answer.path("personalized").asBoolean(true));
    }

    void erasure(String customer) {
        story.chapter("Customer " + customer + " asks to be forgotten, and every service gives a receipt.");
        var pseudonym = Storefront.pseudonymOf(story.quietly(Storefront.pseudonym(customer)));
        story.showAny(Storefront.profile(pseudonym));
        var start = System.nanoTime();
        var request = story.show(Storefront.erase(customer)).json().path("id").asText();
        var status = Call.get(Part.PRIVACY, "/v1/requests/" + request).as("privacy-officer");
        Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> completed(status),
                () -> "The erasure was not complete after a minute; awaiting "
                        + story.quietly(status).json().path("awaiting"));
        figures.note("erasure complete", seconds(start));
        for (var receipt : story.show(status).json().path("receipts")) {
            story.say(String.format(
                    Locale.ROOT, "  %-22s removed %s", receipt.path("service").asText(), receipt.path("removed")));
        }
        var gone = story.showAny(Storefront.profile(pseudonym));
        if (gone.status() != 404) {
            throw new CommandFailure("The profile of an erased person was answered with " + gone.complaint());
        }
        var answer = story.show(Storefront.recommend(pseudonym, 3)).json();
        story.say("personalized: " + answer.path("personalized") + ", reason: "
                + answer.path("reason").asText());
    }

    private Optional<JsonNode> completed(Call status) {
        return Optional.of(story.quietly(status).json())
                .filter(answer -> answer.path("status").asText().equals("completed"));
    }

    private static String seconds(long start) {
        return String.format(Locale.ROOT, "%.2f s", (System.nanoTime() - start) / 1e9);
    }
}
