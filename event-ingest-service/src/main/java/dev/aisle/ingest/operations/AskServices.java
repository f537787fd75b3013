package dev.aisle.ingest.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.aisle.platform.console.Area;
import dev.aisle.platform.console.ConsoleConfig;
import dev.aisle.platform.operations.ReportService;
import dev.aisle.platform.operations.ServiceReport;
import dev.aisle.platform.security.ServiceTls;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Asks every service how it is, as the person who looks: this one within, the others where they are. */
@Singleton
class AskServices {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_BYTES = 1 << 20;

    private final ConsoleConfig console;
    private final OperationsConfig config;
    private final ReportService here;
    private final ObjectReader reports;
    private final HttpClient http;
    private final Executor each = Executors.newVirtualThreadPerTaskExecutor();

    AskServices(ConsoleConfig console, OperationsConfig config, ReportService here, ObjectMapper json, ServiceTls tls) {
        this.console = console;
        this.config = config;
        this.here = here;
        this.http = tls.clientBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        // A newer service may tell more than is known here.
        this.reports = json.readerFor(ServiceReport.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** How a service is. */
    public enum State {
        READY,
        /** It answers, and isn't ready. */
        NOT_READY,
        /** It doesn't take the token. */
        REFUSED,
        /** It doesn't answer. */
        SILENT,
        /** Where it is isn't said in the configuration. */
        UNKNOWN
    }

    /**
     * A service.
     *
     * @param address where it was asked; empty for this one
     * @param report null when it didn't tell
     */
    public record Asked(
            String service,
            State state,
            String address,
            @Nullable ServiceReport report) {}

    /**
     * All services, in the order of the navigation.
     *
     * @param token of the person who looks
     * @param settings part of the names of the settings that they tell; empty for none
     */
    public List<Asked> all(String token, String settings) {
        List<CompletableFuture<Asked>> asked = Arrays.stream(Area.values())
                .map(Area::service)
                .distinct()
                .map(service -> CompletableFuture.supplyAsync(() -> ask(service, token, settings), each))
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

    private Asked ask(String service, String token, String settings) {
        if (service.equals(Area.FLOW.service())) {
            return told(service, "", here.now(settings));
        }
        String address =
                config.services().getOrDefault(service, console.addresses().getOrDefault(service, ""));
        if (address.isEmpty()) {
            return new Asked(service, State.UNKNOWN, "", null);
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(
                            address + "/v1/operations?settings=" + URLEncoder.encode(settings, StandardCharsets.UTF_8)))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "application/json")
                    .build();
            return read(service, address, http.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException | IllegalArgumentException e) {
            return new Asked(service, State.SILENT, address, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Asked(service, State.SILENT, address, null);
        }
    }

    private Asked read(String service, String address, HttpResponse<byte[]> answer) throws IOException {
        return switch (answer.statusCode()) {
            case 200 -> {
                if (answer.body().length > MOST_BYTES) {
                    yield new Asked(service, State.SILENT, address, null);
                }
                try {
                    yield told(service, address, reports.readValue(answer.body()));
                } catch (JsonProcessingException e) {
                    yield new Asked(service, State.SILENT, address, null);
                }
            }
            case 401, 403 -> new Asked(service, State.REFUSED, address, null);
            default -> new Asked(service, State.NOT_READY, address, null);
        };
    }

    private static Asked told(String service, String address, ServiceReport report) {
        return new Asked(service, report.ready() ? State.READY : State.NOT_READY, address, report);
    }
}
