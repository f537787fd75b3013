package dev.aisle.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives the assistant the demo shop's articles, and asks it in two languages. */
final class AssistantAct {
    /** Where the articles say that they stand; in the demo it is the shop of the stack. */
    private static final String WRITTEN_FOR = "https://hearthshop.example";

    private static final List<String> QUESTIONS = List.of("How much is delivery, and when is it free?", "退货要在几天之内？");

    private final Layout layout;
    private final Story story;

    AssistantAct(Layout layout, Story story) {
        this.layout = layout;
        this.story = story;
    }

    void play() {
        story.chapter("The assistant reads the shop's help pages, and answers from them.");
        var report = story.show(Call.post(
                                Part.RECOMMENDER,
                                "/v1/articles/import?state=approved",
                                articles(),
                                "text/markdown;charset=UTF-8")
                        .as("marketer"))
                .json();
        story.say(report.path("created").asLong() + " articles new, "
                + report.path("unchanged").asLong() + " there already.");
        QUESTIONS.forEach(this::ask);
    }

    /** All articles behind one another, each with its front matter. */
    private String articles() {
        Path folder = layout.project().resolve("deploy/knowledge/articles");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(AssistantAct::text)
                    .collect(Collectors.joining("\n"))
                    .replace(WRITTEN_FOR, layout.ports().http(Part.SHOP).toString());
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + layout.shown(folder) + ": " + e.getMessage(), e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private void ask(String question) {
        var opening = Json.object().putNull("subject").put("locale", "en");
        JsonNode opened = story.quietly(Call.post(Part.RECOMMENDER, "/v1/conversations", opening)
                        .as("storefront"))
                .json();
        String path = "/v1/conversations/" + opened.path("id").asText() + "/messages";
        JsonNode answer = story.show(Call.post(
                                Part.RECOMMENDER, path, Json.object().put("text", question))
                        .as("storefront")
                        .header("Accept", "application/json")
                        .header("Aisle-Conversation", opened.path("token").asText()))
                .json();
        story.say(answer.path("text").asText().replace('\n', ' '));
        answer.path("sources")
                .forEach(source -> story.say("  from \"" + source.path("title").asText() + "\", "
                        + source.path("url").asText()));
    }
}
