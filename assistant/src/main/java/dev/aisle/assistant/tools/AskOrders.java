package dev.aisle.assistant.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.assistant.conversations.usecase.AssistantSettings;
import dev.aisle.assistant.tools.Order.Line;
import dev.aisle.assistant.tools.Order.Status;
import dev.aisle.platform.webhooks.WebHookSigner;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the shop for an order of a person by a signed call: docs/assistant.md has the contract. The suite keeps no orders. What is answered for somebody else than was
 * asked for counts as nothing.
 */
@Singleton
class AskOrders {
    private static final Logger LOG = Logger.getLogger(AskOrders.class);
    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_LINES = 20;
    private static final int LONGEST_TEXT = 300;

    private final ObjectMapper json;
    private final @Nullable URI url;
    private final Optional<WebHookSigner> signer;
    private final Duration timeout;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    AskOrders(ObjectMapper json, AssistantSettings settings, Config config) {
        this.json = json;
        this.url = settings.orders().url().orElse(null);
        this.signer = settings.orders().secrets().map(_ -> WebHookSigner.of(config, "aisle.assistant.orders.secrets"));
        this.timeout = settings.orders().timeout();
        if (url != null && signer.isEmpty()) {
            throw new IllegalStateException("aisle.assistant.orders.secrets: expected at least one beside the url");
        }
    }

    /** Whether the shop can be asked. */
    public boolean ready() {
        return url != null;
    }

    /**
     * Asks for one order.
     *
     * @param number from {@link Order#number}
     * @param subject a pseudonym, not empty
     */
    OrderAnswer ask(String number, String subject) {
        if (url == null || signer.isEmpty()) {
            return new OrderAnswer.NotSetUp();
        }
        try {
            HttpResponse<InputStream> answer =
                    http.send(request(url, signer.get(), number, subject), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(MOST_BYTES + 1);
                return read(answer.statusCode(), bytes, number, subject);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The address has the pseudonym in it and may stand in the message.
            LOG.warnf("The shop did not answer for an order: %s", e.getClass().getSimpleName());
        }
        return new OrderAnswer.Unavailable();
    }

    private HttpRequest request(URI base, WebHookSigner signing, String number, String subject) {
        String path = base.getRawPath() == null ? "" : base.getRawPath().replaceFirst("/+$", "");
        String target = path + "/" + number + "?subject=" + URLEncoder.encode(subject, StandardCharsets.UTF_8);
        String id = "msg_" + UUID.randomUUID();
        Instant now = Instant.now();
        return HttpRequest.newBuilder(base.resolve(target))
                .timeout(timeout)
                .header("Accept", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", signing.sign(id, now, target))
                .GET()
                .build();
    }

    private OrderAnswer read(int status, byte[] bytes, String number, String subject) throws IOException {
        if (status == 404) {
            return new OrderAnswer.NotTheirs();
        }
        if (status != 200 || bytes.length > MOST_BYTES) {
            LOG.warnf("The shop answered for an order with %d, %d bytes", status, bytes.length);
            return new OrderAnswer.Unavailable();
        }
        JsonNode order = json.readTree(bytes);
        boolean theirs = order.path("subject").asText().equals(subject)
                && order.path("number").asText().equalsIgnoreCase(number);
        if (!theirs) {
            LOG.warn("The shop answered with an order that wasn't asked for; nobody is told of it");
            return new OrderAnswer.NotTheirs();
        }
        return new OrderAnswer.Found(order(order));
    }

    private static Order order(JsonNode order) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode line : order.path("items")) {
            if (lines.size() < MOST_LINES) {
                lines.add(new Line(
                        text(line, "productId"),
                        text(line, "title"),
                        Math.max(1, line.path("quantity").asInt(1))));
            }
        }
        return new Order(
                text(order, "number"),
                status(text(order, "status")),
                time(order, "placedAt"),
                time(order, "shippedAt"),
                time(order, "expectedAt"),
                time(order, "deliveredAt"),
                text(order, "carrier"),
                text(order, "tracking"),
                link(order, "trackingUrl"),
                link(order, "url"),
                lines);
    }

    private static @Nullable Status status(String name) {
        return Arrays.stream(Status.values())
                .filter(status -> status.wireName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String text(JsonNode node, String field) {
        String text = node.path(field).asText("").strip();
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    private static String link(JsonNode node, String field) {
        String text = text(node, field);
        return text.startsWith("https://") || text.startsWith("http://") ? text : "";
    }

    private static @Nullable Instant time(JsonNode node, String field) {
        String text = text(node, field);
        try {
            return text.isEmpty() ? null : Instant.parse(text.length() == 10 ? text + "T12:00:00Z" : text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
