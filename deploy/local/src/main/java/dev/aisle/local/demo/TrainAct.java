package dev.aisle.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Reply;
import dev.aisle.local.client.Trainings;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Part;
import java.time.Duration;
import java.util.Locale;

/** Has a model trained. */
final class TrainAct {
    private final Story story;
    private final Progress progress;
    private final Figures figures;
    private final Trainings trainings;
    private String lastShown = "";

    TrainAct(Story story, Progress progress, Figures figures, ApiClient api) {
        this.story = story;
        this.progress = progress;
        this.figures = figures;
        this.trainings = new Trainings(api, Duration.ofMinutes(10));
    }

    void play() {
        story.chapter("A model is trained from what people did, of those who allow it.");
        var start = System.nanoTime();
        trainings.train(this::tell, this::show);
        figures.note("model trained in", String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9));
        story.show(Call.get(Part.RECOMMENDER, "/v1/models/current").as("operator"));
    }

    private void tell(Reply reply) {
        story.tell(Trainings.start(), reply);
        if (Trainings.isBusy(reply)) {
            story.say("The service has just begun one itself, as it does when there is something to learn. Then ours.");
        }
    }

    private void show(JsonNode training) {
        var percent = (int) Math.round(100 * training.path("progress").asDouble());
        // One line a stage, and one each ten per cent in a long one.
        var shown = training.path("stage").asText() + percent / 10;
        if (!shown.equals(lastShown)) {
            progress.step("training: " + training.path("stage").asText() + ", " + percent + " %");
            lastShown = shown;
        }
    }
}
