package dev.aisle.campaign.delivery.channels;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.campaign.delivery.messages.domain.Outcome;
import dev.aisle.platform.webhooks.PublicHosts;
import dev.aisle.platform.webhooks.WebHookSigner;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/**
 * Hands messages to a provider by a signed call. {@code webhook-id} is the same over all attempts, so that nothing is ever in doubt here:
 * what wasn't answered is called again.
 */
final class WebHookLane implements Lane {
    private static final Logger LOG = Logger.getLogger(WebHookLane.class);
    private static final int GONE = 410;
    private static final int TOO_EARLY = 425;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final URI url;
    private final WebHookSigner signer;
    private final boolean trusted;
    private final Duration timeout;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private volatile boolean ended;

    WebHookLane(ChannelSettings.WebHook settings, WebHookSigner signer, ObjectMapper json, InstantSource clock) {
        this.url = settings.url();
        this.signer = signer;
        this.trusted = settings.trusted();
        this.timeout = settings.timeout();
        this.json = json;
        this.clock = clock;
        if (url.getHost() == null || (!trusted && !"https".equals(url.getScheme()))) {
            throw new IllegalArgumentException("url: expected https with a host, or trusted=true");
        }
    }

    /** Names change what they stand for, so it is looked at before each round. */
    @Override
    public boolean ready() {
        if (ended) {
            return false;
        }
        try {
            boolean open = trusted || PublicHosts.leadsOutside(url.getHost());
            if (!open) {
                LOG.errorf(
                        "The web hook at %s leads to a private address; it is called only with trusted=true",
                        url.getHost());
            }
            return open;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public Outcome deliver(Letter letter) {
        try {
            HttpResponse<Void> answer = http.send(request(letter), BodyHandlers.discarding());
            return outcome(answer.statusCode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Retry("interrupted");
        } catch (IOException e) {
            return new Outcome.Retry("http-" + e.getClass().getSimpleName());
        }
    }

    private Outcome outcome(int status) {
        String code = "http-" + status;
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered(code);
        }
        if (status == GONE) {
            ended = true;
            LOG.errorf(
                    "%s answered 410: it wants no more messages; they wait until the service is started anew",
                    url.getHost());
            return new Outcome.Refused(code);
        }
        boolean later =
                status >= SERVER_ERROR || status == TOO_MANY || status == REQUEST_TIMEOUT || status == TOO_EARLY;
        return later ? new Outcome.Retry(code) : new Outcome.Refused(code);
    }

    private HttpRequest request(Letter letter) {
        String id = "msg_" + letter.message().link();
        Instant now = clock.instant();
        String body = body(letter, now);
        return HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", signer.sign(id, now, body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private String body(Letter letter, Instant now) {
        ObjectNode root = json.createObjectNode()
                .put("type", "message." + letter.message().to().channel().wireName())
                .put("timestamp", now.toString());
        ObjectNode content = root.putObject("data");
        letter.to().forEach(content.putArray("to")::add);
        content.put("title", letter.message().text().subject()).put("text", letter.plain());
        content.put("locale", letter.locale()).put("unsubscribe", letter.unsubscribe());
        try {
            return json.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree is always JSON", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
