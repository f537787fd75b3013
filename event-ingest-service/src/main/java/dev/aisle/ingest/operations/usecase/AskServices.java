package dev.aisle.ingest.operations.usecase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.platform.console.Area;
import dev.aisle.platform.console.ConsoleConfig;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Asks every service whether it is ready: this one within, the others where their consoles are. */
@Singleton
public class AskServices {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String READY = "/q/health/ready";

    private final ConsoleConfig config;
    private final SmallRyeHealthReporter here;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Executor each = Executors.newVirtualThreadPerTaskExecutor();

    AskServices(ConsoleConfig config, SmallRyeHealthReporter here, ObjectMapper json) {
        this.config = config;
        this.here = here;
        this.json = json;
    }

    /** How a service is. */
    public enum State {
        READY,
        /** It answers, and isn't ready. */
        NOT_READY,
        /** It doesn't answer. */
        SILENT,
        /** Where it is isn't said in the configuration. */
        UNKNOWN
    }

    /** One thing that a service looks at. */
    public record Check(String name, boolean up, String told) {}

    /** A service. */
    public record Asked(String service, State state, String address, List<Check> checks) {
        public Asked {
            checks = List.copyOf(checks);
        }
    }

    /** All services, in the order of the navigation. */
    public List<Asked> all() {
        List<CompletableFuture<Asked>> asked = Arrays.stream(Area.values())
                .map(Area::service)
                .distinct()
                .map(service -> CompletableFuture.supplyAsync(() -> ask(service), each))
                .toList();
        return asked.stream().map(AskServices::answer).toList();
    }

    private static Asked answer(CompletableFuture<Asked> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A service that doesn't answer is an answer", e);
        }
    }

    private Asked ask(String service) {
        if (service.equals(Area.FLOW.service())) {
            return read(service, "", here.getReadiness().getPayload().toString());
        }
        String address = config.addresses().getOrDefault(service, "");
        if (address.isEmpty()) {
            return new Asked(service, State.UNKNOWN, "", List.of());
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + READY))
                    .timeout(PATIENCE)
                    .GET()
                    .build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return read(service, address, response.body());
        } catch (IOException | IllegalArgumentException e) {
            return new Asked(service, State.SILENT, address, List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Asked(service, State.SILENT, address, List.of());
        }
    }

    private Asked read(String service, String address, String body) {
        try {
            JsonNode health = json.readTree(body);
            List<Check> checks = new ArrayList<>();
            health.path("checks")
                    .forEach(check ->
                            checks.add(new Check(check.path("name").asText(), isUp(check), told(check.path("data")))));
            return new Asked(service, isUp(health) ? State.READY : State.NOT_READY, address, checks);
        } catch (JsonProcessingException e) {
            return new Asked(service, State.SILENT, address, List.of());
        }
    }

    private static boolean isUp(JsonNode check) {
        return check.path("status").asText().equals("UP");
    }

    private static String told(JsonNode data) {
        List<String> told = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : data.properties()) {
            told.add(entry.getKey() + ": " + entry.getValue().asText());
        }
        return String.join(", ", told);
    }
}
