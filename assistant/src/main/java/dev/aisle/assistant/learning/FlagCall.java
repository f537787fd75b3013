package dev.aisle.assistant.learning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.platform.security.ServiceTls;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks campaign-service for one flag, which notes there that the person saw it.
 *
 * @see <a href="https://github.com/open-feature/protocol">OpenFeature Remote Evaluation Protocol</a>
 */
@Singleton
class FlagCall {
    private static final int OK = 200;
    private static final long MOST_BYTES = 64 * 1024;

    private final ObjectMapper json;
    private final HttpClient http;

    public FlagCall(ObjectMapper json, ServiceTls tls) {
        this.json = json;
        this.http = tls.clientBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * How to reach it.
     *
     * @param clientKey of campaign-service
     */
    public record Access(URI url, String clientKey, String flag, Duration timeout) {}

    /**
     * The answer of the protocol, with {@code value} and {@code variant}; empty when there is none in time.
     *
     * @param unit a pseudonym, or what stands for nobody known
     */
    public Optional<JsonNode> evaluate(Access access, String unit, String language) {
        ObjectNode body = json.createObjectNode();
        body.putObject("context").put("targetingKey", unit).put("language", language);
        HttpRequest request = HttpRequest.newBuilder(access.url().resolve("/ofrep/v1/evaluate/flags/" + access.flag()))
                .timeout(access.timeout())
                .header("Content-Type", "application/json")
                .header("X-API-Key", access.clientKey())
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        CompletableFuture<HttpResponse<byte[]>> call =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            HttpResponse<byte[]> answer = call.get(access.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return answer.statusCode() == OK ? Optional.of(json.readTree(answer.body())) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (TimeoutException | ExecutionException | IOException e) {
            return Optional.empty();
        } finally {
            call.cancel(true);
        }
    }
}
