package dev.aisle.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.containers.journey.Shop;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A page view whose gateway sends a trace along: with the click, and with the question what to show on that page. */
final class TracedClick {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PLANTED = "planted-user-agent/7 (ada.lovelace@example.org)";

    /** The service that writes its log as in production; of a key that an operator makes there is a line. */
    static final Part TALKATIVE = Part.INGEST;

    static final Map<String, String> TALKS = Map.of("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");

    private final ApiClient client;
    private final SpanCollector collector;
    private final Path log;
    private final String traceId = UUID.randomUUID().toString().replace("-", "");

    TracedClick(ApiClient client, SpanCollector collector, Path log) {
        this.client = client;
        this.collector = collector;
        this.log = log;
    }

    /** One trace from the click to the decision, through HTTP, Kafka, the outbox and gRPC; and no word of whose it is. */
    void goesThroughTheSuite(Shop shop, String visitor) {
        segment();
        String subject = shop.pseudonym("anonymous_id", visitor);
        shop.grant(subject, "personalization", "model_training", "analytics");
        String messageId = UUID.randomUUID().toString();

        await("the grant at the door").atMost(PATIENCE).until(() -> click(visitor, messageId) == 1);
        await("the way of the click")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(collector.of(traceId))
                        .contains(
                                "event-ingest-service: POST /v1/track/?", // as the route is declared
                                "profile-service: aisle.events.v1 process",
                                "recommender-service: aisle.events.v1 process",
                                "campaign-service: aisle.events.v1 process",
                                "campaign-service: aisle.segments.v1 process"));
        decide(subject);
        await("the way of the decision")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(collector.of(traceId))
                        .contains("campaign-service: POST /v1/placements/{placement}/decisions")
                        .anyMatch(span -> span.startsWith("recommender-service: aisle.recommender.v1.Recommender/")));
        client.require(traced(Call.post(
                        TALKATIVE, "/v1/write-keys", Json.object().put("name", "traced-" + traceId.substring(0, 8))))
                .as("operator"));
        await("a line of the log")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(logged())
                        .isNotEmpty()
                        .allSatisfy(line ->
                                assertThat(line.at("/mdc/spanId").asText()).matches("[0-9a-f]{16}")));
        nothingIsSaidOf(visitor, subject, messageId);
    }

    /** What stands in the log of the one service about the trace: an object a line. */
    private List<JsonNode> logged() throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith("{"))
                    .map(Json::read)
                    .filter(line -> line.at("/mdc/traceId").asText().equals(traceId))
                    .toList();
        }
    }

    private void nothingIsSaidOf(String visitor, String subject, String messageId) {
        assertThat(collector.count()).isGreaterThan(100);
        for (String secret : new String[] {
            visitor,
            subject,
            messageId,
            PLANTED,
            "ada.lovelace",
            "example.org",
            "planted",
            "secret-of-a-query",
            "p1.k1."
        }) {
            assertThat(collector.heard(secret)).as(secret).isFalse();
        }
    }

    private void segment() {
        String segment =
                "{\"name\": \"Likes traces\", \"text\": \"count(product_view where product = \\\"tea-9\\\") >= 1\"}";
        client.require(new Call(
                "PUT",
                Part.PROFILE,
                "/v1/segments/likes-traces",
                "marketer",
                segment,
                Map.of("Content-Type", "application/json")));
    }

    private int click(String visitor, String messageId) {
        ObjectNode event = Json.object()
                .put("type", "track")
                .put("event", "Product Viewed")
                .put("anonymousId", visitor)
                .put("messageId", messageId);
        event.withObject("/properties").put("product_id", "tea-9").put("category", "Grocery > Tea");
        return client.require(traced(Call.post(Part.INGEST, "/v1/track?email=secret-of-a-query", event))
                        .withWriteKey())
                .json()
                .path("accepted")
                .asInt();
    }

    private void decide(String subject) {
        ObjectNode body = Json.object().put("subject", subject);
        body.withArray("contextItems").add("tea-3");
        client.require(traced(Call.post(Part.CAMPAIGN, "/v1/placements/order-confirmation/decisions", body))
                .as("storefront"));
        client.once(traced(Call.get(Part.PROFILE, "/v1/profiles/" + subject)).as("storefront"));
        client.once(
                traced(Call.get(Part.PROFILE, "/v1/no-such-route/" + subject)).as("storefront"));
    }

    private Call traced(Call call) {
        return call.header("traceparent", "00-" + traceId + "-b7ad6b7169203331-01")
                .header("tracestate", "shop=planted-state")
                .header("baggage", "email=planted-baggage")
                .header("User-Agent", PLANTED);
    }
}
