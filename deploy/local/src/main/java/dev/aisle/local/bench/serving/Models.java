package dev.aisle.local.bench.serving;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Trainings;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** Trains models and puts them into use, over the API. */
final class Models {
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final ApiClient api;
    private final Trainings trainings;

    Models(PortPlan ports) {
        this.api = new ApiClient(ports);
        this.trainings = new Trainings(api, PATIENCE);
    }

    /** Trains one; its version. */
    String train() {
        return trainings.train().path("modelVersion").asText();
    }

    /** What the service says of the model in use. */
    String current() {
        return api.require(Call.get(Part.RECOMMENDER, "/v1/models/current").as("operator"))
                .json()
                .toString();
    }

    /** The service's metrics whose names begin so. */
    String metrics(String prefix) {
        return api.require(Call.get(Part.RECOMMENDER, "/q/metrics").as("operator"))
                .body()
                .lines()
                .filter(line -> line.startsWith(prefix))
                .collect(Collectors.joining(", "));
    }

    /** Lets a model serve, and waits until it does. */
    void use(String version) {
        api.require(Call.post(
                        Part.RECOMMENDER,
                        "/v1/models/" + version + "/promote",
                        Json.object().put("to", "serving").put("reason", "bench"))
                .as("operator"));
        Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> Optional.of(current()).filter(model -> model.contains(version)),
                () -> "The model " + version + " isn't taken into use.");
    }
}
