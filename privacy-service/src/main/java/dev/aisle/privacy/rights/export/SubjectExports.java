package dev.aisle.privacy.rights.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.platform.export.SubjectExport;
import dev.aisle.platform.security.ServiceTls;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks a service what it knows of a person, as this service (client credentials). No answer in time is none, never an empty one. */
@ApplicationScoped
class SubjectExports {
    private static final Logger LOG = Logger.getLogger(SubjectExports.class);

    private final ObjectMapper json;
    private final OidcClient issuer;
    private final ExportsConfig config;
    private final TokensHelper tokens = new TokensHelper();
    private final HttpClient http;

    SubjectExports(ObjectMapper json, OidcClient issuer, ExportsConfig config, ServiceTls tls) {
        this.json = json;
        this.issuer = issuer;
        this.config = config;
        this.http = tls.clientBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** What it answers, whole and readable; empty when it doesn't. */
    Optional<SubjectExport> ask(String service, String pseudonym) {
        URI address = config.services().get(service);
        if (address == null) {
            return Optional.empty();
        }
        try {
            HttpResponse<InputStream> answer =
                    http.send(request(service, address, pseudonym), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(config.mostBytes() + 1);
                if (answer.statusCode() == 200 && bytes.length <= config.mostBytes()) {
                    return readable(service, bytes);
                }
                LOG.warnf("%s answered an export with %d, %d bytes", service, answer.statusCode(), bytes.length);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            // The address has the pseudonym in it and may stand in the message.
            LOG.warnf("%s did not answer an export: %s", service, e.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    private Optional<SubjectExport> readable(String service, byte[] bytes) throws IOException {
        try {
            return Optional.of(json.readValue(bytes, SubjectExport.class));
        } catch (JsonProcessingException e) {
            LOG.warnf(
                    "%s answered an export with something else: %s",
                    service, e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private HttpRequest request(String service, URI address, String pseudonym) {
        String token = tokens.getTokens(issuer).await().atMost(config.timeout()).getAccessToken();
        return HttpRequest.newBuilder(address.resolve("/v1/subjects/" + pseudonym + "/export"))
                .timeout(config.slow().contains(service) ? config.slowTimeout() : config.timeout())
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .build();
    }
}
