package dev.aisle.local.demo;

import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Part;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Has a model trained. */
final class TrainAct {
    private static final Set<String> GOOD = Set.of("completed");
    private static final Set<String> BAD = Set.of("failed", "cancelled");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private final Story story;
    private final Progress progress;
    private final Figures figures;
    private String lastShown = "";

    TrainAct(Story story, Progress progress, Figures figures) {
        this.story = story;
        this.progress = progress;
        this.figures = figures;
    }

    void play() {
        story.chapter("A model is trained from what people did, of those who allow it.");
        var start = System.nanoTime();
        var begun = story.show(Call.post(Part.RECOMMENDER, "/v1/models/trainings", Json.object())
                .as("operator"));
        var path = "/v1/models/trainings/" + begun.json().path("id").asText();
        var end = Waiting.until(PATIENCE, Duration.ofMillis(300), () -> finished(path))
                .orElseThrow(() -> new CommandFailure(
                        "The training was not done after ten minutes, see ./aisle logs recommender."));
        if (BAD.contains(end)) {
            throw new CommandFailure("The training failed, see ./aisle logs recommender.");
        }
        figures.note("model trained in", String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9));
        story.show(Call.get(Part.RECOMMENDER, "/v1/models/current").as("operator"));
    }

    private Optional<String> finished(String path) {
        var state =
                story.quietly(Call.get(Part.RECOMMENDER, path).as("operator")).json();
        var status = state.path("status").asText().toLowerCase(Locale.ROOT);
        var percent = (int) Math.round(100 * state.path("progress").asDouble());
        // One line a stage, and one each ten per cent in a long one.
        var shown = state.path("stage").asText() + percent / 10;
        if (!shown.equals(lastShown)) {
            progress.step("training: " + state.path("stage").asText() + ", " + percent + " %");
            lastShown = shown;
        }
        return Optional.of(status).filter(name -> GOOD.contains(name) || BAD.contains(name));
    }
}
