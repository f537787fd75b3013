package dev.aisle.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Part;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Trainings of models, over the API. The service also starts some itself, and runs one at a time: those are waited out. */
public final class Trainings {
    private static final String PATH = "/v1/models/trainings";
    private static final int BUSY = 409;
    private static final Duration BETWEEN = Duration.ofMillis(300);

    private final ApiClient api;
    private final Duration patience;

    /**
     * Trainings of one stack.
     *
     * @param patience how long one may take
     */
    public Trainings(ApiClient api, Duration patience) {
        this.api = api;
        this.patience = patience;
    }

    /** Has a model trained of what is known now; the training, completed. */
    public JsonNode train() {
        return train(_ -> {}, _ -> {});
    }

    /**
     * The same, told.
     *
     * @param answered sees each answer to the call that starts a training, a refusal because one runs among them
     * @param progress sees the training again and again until it ends
     */
    public JsonNode train(Consumer<Reply> answered, Consumer<JsonNode> progress) {
        var id = Waiting.require(
                patience,
                Duration.ZERO,
                () -> {
                    var reply = api.send(start());
                    answered.accept(reply);
                    return started(reply, progress);
                },
                () -> "Other trainings went on for " + patience + ".");
        var ended = awaitEnd(id, progress);
        if (!"completed".equals(ended.path("status").asText())) {
            throw new CommandFailure(
                    "The training ended as " + ended.path("status").asText() + ": "
                            + ended.path("failure").asText("see ./aisle logs recommender"));
        }
        return ended;
    }

    /** The call that starts one. */
    public static Call start() {
        return Call.post(Part.RECOMMENDER, PATH, Json.object()).as("operator");
    }

    /** Whether a training was refused because another one runs. */
    public static boolean isBusy(Reply reply) {
        return reply.status() == BUSY;
    }

    private Optional<String> started(Reply reply, Consumer<JsonNode> progress) {
        if (isBusy(reply)) {
            reply.location().map(at -> at.substring(at.lastIndexOf('/') + 1)).ifPresent(id -> awaitEnd(id, progress));
            return Optional.empty();
        }
        if (!reply.ok()) {
            throw new CommandFailure("A training was answered with " + reply.complaint());
        }
        return Optional.of(reply.json().path("id").asText());
    }

    private JsonNode awaitEnd(String id, Consumer<JsonNode> progress) {
        var training = Call.get(Part.RECOMMENDER, PATH + "/" + id).as("operator");
        return Waiting.require(
                patience,
                BETWEEN,
                () -> {
                    var state = api.require(training).json();
                    progress.accept(state);
                    return Optional.of(state).filter(Trainings::isOver);
                },
                () -> "The training was not done after " + patience + ", see ./aisle logs recommender.");
    }

    private static boolean isOver(JsonNode training) {
        var status = training.path("status").asText();
        return !status.equals("queued") && !status.equals("running");
    }
}
