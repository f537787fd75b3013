package dev.aisle.assistant.handover;

import dev.aisle.assistant.conversations.usecase.AssistantSettings;
import dev.aisle.platform.webhooks.PublicHosts;
import dev.aisle.platform.webhooks.WebHookSigner;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Calls the shop's desk by a signed web hook (Standard Webhooks). {@code webhook-id} is the same over all attempts. */
@Singleton
class CallDesk {
    private final @Nullable URI url;
    private final Optional<WebHookSigner> signer;
    private final boolean trusted;
    private final Duration timeout;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    CallDesk(AssistantSettings settings, Config config) {
        AssistantSettings.HandOver desk = settings.handOver();
        this.url = desk.url().orElse(null);
        this.signer = desk.secrets().map(_ -> WebHookSigner.of(config, "aisle.assistant.hand-over.secrets"));
        this.trusted = desk.trusted();
        this.timeout = desk.timeout();
        if (url != null && signer.isEmpty()) {
            throw new IllegalStateException("aisle.assistant.hand-over.secrets: expected at least one beside the url");
        }
        if (url != null && (url.getHost() == null || (!trusted && !"https".equals(url.getScheme())))) {
            throw new IllegalStateException(
                    "aisle.assistant.hand-over.url: expected https with a host, or trusted=true");
        }
    }

    /** Whether there is a desk. */
    boolean ready() {
        return url != null;
    }

    /** How long a call takes at most, and a little. */
    Duration longest() {
        return timeout.plusSeconds(5);
    }

    /** Calls it; why it didn't take it, or empty when it did. */
    Optional<String> call(HandOver handOver) {
        if (url == null || signer.isEmpty()) {
            return Optional.of("not-set-up");
        }
        try {
            if (!trusted && !PublicHosts.leadsOutside(url.getHost())) {
                return Optional.of("private-address");
            }
            int status = http.send(request(url, signer.get(), handOver), BodyHandlers.discarding())
                    .statusCode();
            return status >= 200 && status < 300 ? Optional.empty() : Optional.of("http-" + status);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        } catch (UnknownHostException e) {
            return Optional.of("unknown-host");
        } catch (IOException e) {
            return Optional.of("http-" + e.getClass().getSimpleName());
        }
    }

    private HttpRequest request(URI to, WebHookSigner signing, HandOver handOver) {
        String id = "msg_" + handOver.id();
        Instant now = Instant.now();
        return HttpRequest.newBuilder(to)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", signing.sign(id, now, handOver.body()))
                .POST(BodyPublishers.ofString(handOver.body()))
                .build();
    }
}
