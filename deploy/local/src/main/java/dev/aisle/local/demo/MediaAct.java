package dev.aisle.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.importer.Collected;
import dev.aisle.local.shell.CommandFailure;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A media site's page: lists with the pack's reasons, its events, its rules, and what it says when something is wrong. */
final class MediaAct {
    private static final int SIZE = 5;
    private static final int OFFERED = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration POLL = Duration.ofMillis(40);

    private final Story story;
    private final Figures figures;

    MediaAct(Story story, Figures figures) {
        this.story = story;
        this.figures = figures;
    }

    void play(Cast cast, Collected data) {
        story.chapter("Two viewers, two programmes, each film with its reason in the words of the pack.");
        String first = programme(cast.first());
        String second = programme(cast.second());
        String film = newTo(first, second);
        story.chapter(cast.first() + " starts \"" + titleOf(film, data) + "\": an event by the pack's name.");
        List<String> before = ids(first);
        long start = System.nanoTime();
        story.show(Storefront.track(cast.first(), "video_started", Json.object().put("video_id", film)));
        List<String> after = awaitOther(first, before);
        figures.note(
                "event to changed programme", String.format(Locale.ROOT, "%.2f s", (System.nanoTime() - start) / 1e9));
        story.items(story.quietly(Storefront.recommend(first, SIZE)).json());
        completed(cast.first(), first, after.getFirst(), data);
        wrong(cast.first(), first);
    }

    private String programme(String viewer) {
        String pseudonym = Storefront.pseudonymOf(story.show(Storefront.pseudonym(viewer)));
        JsonNode answer = story.show(Storefront.recommend(pseudonym, SIZE)).json();
        if (answer.path("items").isEmpty()) {
            throw new CommandFailure("There are no recommendations for " + viewer
                    + "; the stack that runs was started without the " + "pack: ./aisle down, and this command again.");
        }
        story.say(viewer + (answer.path("personalized").asBoolean() ? ", personally:" : ":"));
        story.items(answer);
        return pseudonym;
    }

    /** What the second viewer is offered and the first isn't. */
    private String newTo(String first, String second) {
        List<String> known = Storefront.productIds(
                story.quietly(Storefront.recommend(first, OFFERED)).json());
        return Storefront.productIds(
                        story.quietly(Storefront.recommend(second, OFFERED)).json())
                .stream()
                .filter(id -> !known.contains(id))
                .findFirst()
                .orElseThrow(() -> new CommandFailure("Both viewers are offered the same."));
    }

    private List<String> ids(String pseudonym) {
        return Storefront.productIds(
                story.quietly(Storefront.recommend(pseudonym, SIZE)).json());
    }

    private List<String> awaitOther(String pseudonym, List<String> before) {
        return Waiting.until(PATIENCE, POLL, () -> Optional.of(ids(pseudonym)).filter(now -> !now.equals(before)))
                .orElseThrow(() -> new CommandFailure("The programme did not change after the event."));
    }

    private void completed(String viewer, String pseudonym, String film, Collected data) {
        story.chapter(viewer + " has seen \"" + titleOf(film, data)
                + "\" to its end: the pack's rule is that it never comes again.");
        story.show(Storefront.track(viewer, "video_completed", Json.object().put("video_id", film)));
        boolean gone = Waiting.until(
                        PATIENCE,
                        POLL,
                        () -> Optional.of(Storefront.productIds(story.quietly(Storefront.recommend(pseudonym, OFFERED))
                                        .json()))
                                .filter(list -> !list.contains(film)))
                .isPresent();
        if (!gone) {
            throw new CommandFailure("The film still stands in the list.");
        }
        story.say("It isn't among the first " + OFFERED + " any more.");
    }

    private void wrong(String viewer, String pseudonym) {
        story.chapter("What goes wrong says what to write instead.");
        JsonNode door = story.show(Storefront.track(
                        viewer, "video_completed", Json.object().put("film", "x")))
                .json();
        story.say("The door: " + door.path("rejected"));
        JsonNode list =
                story.showAny(Storefront.recommend(pseudonym, "radio", SIZE)).json();
        story.say("The list: " + list.path("errors"));
        JsonNode shop =
                story.show(Storefront.recommend(pseudonym, "shop", SIZE)).json();
        story.say("A list of the shop has nothing of the media site: " + shop.path("notes"));
    }

    private static String titleOf(String film, Collected data) {
        return data.products().stream()
                .filter(product -> product.path("productId").asText().equals(film))
                .map(product -> product.path("title").asText())
                .findFirst()
                .orElse(film);
    }
}
