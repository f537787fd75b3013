package dev.aisle.assistant.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.assistant.conversations.usecase.AssistantSettings;
import dev.aisle.platform.security.ServiceTls;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
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
import org.jboss.logging.Logger;

/** Calls other services of the suite with this service's own token (client credentials). No answer in time is none. */
@Singleton
class ServiceCalls {
    private static final Logger LOG = Logger.getLogger(ServiceCalls.class);

    private final ObjectMapper json;
    private final OidcClient issuer;
    private final Duration timeout;
    private final TokensHelper tokens = new TokensHelper();
    private final HttpClient http;

    ServiceCalls(ObjectMapper json, OidcClient issuer, AssistantSettings settings, ServiceTls tls) {
        this.json = json;
        this.issuer = issuer;
        this.timeout = settings.services().timeout();
        this.http = tls.clientBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Posts JSON; the answer when it is a success.
     *
     * @param key that makes a repeated call the same one; empty when none is needed
     */
    Optional<JsonNode> post(URI service, String path, JsonNode body, String key) {
        try {
            String token = tokens.getTokens(issuer).await().atMost(timeout).getAccessToken();
            HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                    .timeout(timeout)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
            if (!key.isEmpty()) {
                request.header("Idempotency-Key", key);
            }
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200 || answer.statusCode() == 201) {
                return Optional.of(json.readTree(answer.body()));
            }
            LOG.warnf("%s answered the assistant with %d", path, answer.statusCode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.warnf("%s did not answer the assistant: %s", path, e.getClass().getSimpleName());
        }
        return Optional.empty();
    }
}
