package dev.aisle.privacy.rights.retention;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.platform.retention.Retention;
import dev.aisle.platform.retention.Retention.Kept;
import dev.aisle.platform.security.ServiceTls;
import dev.aisle.privacy.rights.export.ExportsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks every service for its periods and its last runs, as the person who looks: who may not see them there sees them nowhere. */
@ApplicationScoped
class RetentionOfAll {
    private static final Logger LOG = Logger.getLogger(RetentionOfAll.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_BYTES = 1 << 20;

    private final Retention own;
    private final ExportsConfig services;
    private final ObjectMapper json;
    private final String service;
    private final HttpClient http;

    RetentionOfAll(
            Retention own,
            ExportsConfig services,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.name") String service,
            ServiceTls tls) {
        this.own = own;
        this.services = services;
        this.json = json;
        this.service = service;
        this.http = tls.clientBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * What a service keeps how long.
     *
     * @param tables {@code null} when it didn't answer
     */
    public record OfService(String service, @Nullable List<Kept> tables) {}

    /** A body of {@code GET /v1/retention}. */
    record Answer(List<Kept> tables) {}

    /**
     * Asks all at once; in the order of their names.
     *
     * @param token of the person who looks
     */
    public List<OfService> ask(String token) {
        Map<String, CompletableFuture<Optional<List<Kept>>>> asked = new TreeMap<>();
        services.services().forEach((name, address) -> asked.put(name, ask(name, address, token)));
        asked.put(service, CompletableFuture.completedFuture(Optional.of(own.report())));
        List<OfService> answers = new ArrayList<>();
        asked.forEach(
                (name, answer) -> answers.add(new OfService(name, answer.join().orElse(null))));
        return answers;
    }

    private CompletableFuture<Optional<List<Kept>>> ask(String name, URI address, String token) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/v1/retention"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .build();
        return http.sendAsync(request, BodyHandlers.ofByteArray())
                .thenApply(answer -> read(name, answer))
                .exceptionally(failure -> {
                    LOG.debugf(
                            "%s did not tell its retention: %s",
                            name, failure.getClass().getSimpleName());
                    return Optional.empty();
                });
    }

    private Optional<List<Kept>> read(String name, HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200 || answer.body().length > MOST_BYTES) {
            LOG.debugf("%s told its retention with %d", name, answer.statusCode());
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(answer.body(), Answer.class).tables());
        } catch (IOException e) {
            LOG.debugf(
                    "%s told its retention unreadably: %s", name, e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
