package dev.aisle.e2e.clients;

import static org.awaitility.Awaitility.await;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A packaged campaign-service with broker, database and issuer, in which an experiment decides one flag. */
final class FlagStack implements AutoCloseable {
    static final String FLAG = "checkout-button";
    private static final String DEFINITION = """
            {"name": "Button", "hypothesis": "Blue is seen.", "flag": "checkout-button",
             "layer": {"name": "checkout", "share": 0.8}, "coverage": 0.9,
             "targeting": {"country": {"$in": ["DE", "CN"]}},
             "variations": [{"key": "control", "weight": 0.5, "value": "green"}, {"key": "blue", "weight": 0.3, "value": "blue"},
                            {"key": "red", "weight": 0.2, "value": "red"}],
             "metrics": [{"metric": "conversion", "role": "goal"}]}
            """;

    private final Stack stack;
    private final ApiClient api;

    private FlagStack(Stack stack) {
        this.stack = stack;
        this.api = new ApiClient(stack.layout().ports());
    }

    static FlagStack started() {
        Path project = Path.of("..").toAbsolutePath().normalize();
        Stack stack =
                new Stack(new Layout(project, Path.of("target/flags"), new PortPlan(28380)), new Progress(System.out));
        stack.down();
        stack.wipe();
        stack.up(Set.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.CAMPAIGN));
        FlagStack flags = new FlagStack(stack);
        flags.begin();
        return flags;
    }

    /** The global holdout, the experiment, started. */
    private void begin() {
        changed("PUT", "/v1/global-holdout", "{\"share\": 0.05, \"seed\": \"2026\"}", "\"r1\"");
        changed("PUT", "/v1/experiments/button", DEFINITION, "");
        changed("POST", "/v1/experiments/button/steps", "{\"step\": \"start\"}", "\"r1\"");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> api.once(evaluation("u", "DE")).ok());
    }

    private void changed(String method, String path, String body, String tag) {
        Map<String, String> headers = tag.isEmpty()
                ? Map.of("Content-Type", "application/json")
                : Map.of("Content-Type", "application/json", "If-Match", tag);
        api.require(new Call(method, Part.CAMPAIGN, path, "analyst", body, headers));
    }

    String newClientKey() {
        return api.require(Call.post(Part.CAMPAIGN, "/v1/client-keys", "{\"name\": \"clients\"}", "application/json")
                        .as("analyst"))
                .json()
                .path("key")
                .textValue();
    }

    URI address() {
        return stack.layout().ports().http(Part.CAMPAIGN);
    }

    /** What the service itself answers to somebody. */
    String value(String user, String country) {
        return api.require(evaluation(user, country)).json().path("value").textValue();
    }

    private static Call evaluation(String user, String country) {
        String body = "{\"context\": {\"targetingKey\": \"" + user + "\", \"country\": \"" + country + "\"}}";
        return Call.post(Part.CAMPAIGN, "/ofrep/v1/evaluate/flags/" + FLAG, body, "application/json")
                .as("storefront");
    }

    @Override
    public void close() {
        stack.down();
    }
}
