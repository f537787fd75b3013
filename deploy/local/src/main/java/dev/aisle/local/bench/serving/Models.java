package dev.aisle.local.bench.serving;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.time.Duration;
import java.util.Optional;

/** Trains models and puts them into use, over the API. */
final class Models {
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final ApiClient api;

    Models(PortPlan ports) {
        this.api = new ApiClient(ports);
    }

    /** Trains one; its version. Without a gate: what is trained on the same events is as good. */
    String train() {
        var id = api.require(Call.post(Part.RECOMMENDER, "/v1/models/trainings", Json.object())
                        .as("operator"))
                .json()
                .path("id")
                .asText();
        var training = Call.get(Part.RECOMMENDER, "/v1/models/trainings/" + id).as("operator");
        var ended = Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> Optional.of(api.require(training).json())
                        .filter(one -> !"running".equals(one.path("status").asText())),
                () -> "The training was not done after an hour.");
        if (!"completed".equals(ended.path("status").asText())) {
            throw new CommandFailure("The training ended as " + ended);
        }
        return ended.path("modelVersion").asText();
    }

    /** What the service says of the model in use. */
    String current() {
        return api.require(Call.get(Part.RECOMMENDER, "/v1/models/current").as("operator"))
                .json()
                .toString();
    }

    /** Lets a model serve. */
    void promote(String version) {
        api.require(Call.post(
                        Part.RECOMMENDER,
                        "/v1/models/" + version + "/promote",
                        Json.object().put("to", "serving").put("reason", "bench"))
                .as("operator"));
    }
}
