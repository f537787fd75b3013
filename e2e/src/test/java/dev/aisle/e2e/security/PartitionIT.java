package dev.aisle.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.containers.journey.Shop;
import dev.aisle.e2e.console.ConsoleStack;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.ServiceEnvironment;
import dev.aisle.local.stack.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The broker stops answering and keeps its connections. Whoever can't know what is allowed allows nothing, and recovers by itself. */
class PartitionIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** The silence that services tolerate, and a little for this machine. */
    private static final Duration TOLERATED = Duration.ofSeconds(10 + 20);

    private static final String VISITOR = "cut-off";
    private static final PortPlan PORTS = new PortPlan(ConsoleStack.BASE_PORT);
    private static final Shop SHOP = new Shop(new ApiClient(PORTS));
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void start() {
        ConsoleStack.startServices();
    }

    @Test
    void whoCannotKnowDeniesAndRecoversByItself() throws Exception {
        String subject = SHOP.pseudonym("anonymous_id", VISITOR);
        SHOP.grant(subject, "personalization", "analytics");
        awaitAllowed(subject);

        signal("-STOP");
        try {
            await("the denial").atMost(TOLERATED).untilAsserted(() -> assertDenied(subject));
            assertThat(door()).isEqualTo(503);
            for (Part service : Part.services()) {
                assertThat(ready(service))
                        .as(service.label() + " keeps its endpoints")
                        .isEqualTo(200);
            }
            Call withdrawal = Call.delete(Part.PRIVACY, "/v1/consents/" + subject + "/personalization")
                    .as("storefront");
            assertThat(new ApiClient(PORTS).send(withdrawal).status()).isEqualTo(202);
        } finally {
            signal("-CONT");
        }

        await("the withdrawal")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(new ApiClient(PORTS)
                                .send(Call.get(Part.PRIVACY, "/v1/consents/" + subject + "/withdrawals/2")
                                        .as("storefront"))
                                .json()
                                .path("status")
                                .asText())
                        .isEqualTo("in-force"));
        assertThat(reason(subject)).isEqualTo("NO_CONSENT");
        SHOP.grant(subject, "personalization", "analytics");
        awaitAllowed(subject);
    }

    private static void awaitAllowed(String subject) {
        await("what a grant allows").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(SHOP.view(VISITOR, "tea-1", "Grocery > Tea")
                            .path("accepted")
                            .asInt())
                    .isEqualTo(1);
            assertThat(reason(subject)).isNotEqualTo("NO_CONSENT");
            assertThat(code(subject)).isNotEqualTo("no-consent");
            assertThat(SHOP.profile(subject).status()).isEqualTo(200);
        });
    }

    private static void assertDenied(String subject) {
        assertThat(reason(subject)).isEqualTo("NO_CONSENT");
        assertThat(code(subject)).isEqualTo("no-consent");
        assertThat(new ApiClient(PORTS)
                        .once(Call.get(Part.PROFILE, "/v1/profiles/" + subject).as("storefront"))
                        .status())
                .isEqualTo(503);
    }

    private static String reason(String subject) {
        return SHOP.recommendations(subject).path("reason").asText();
    }

    private static String code(String subject) {
        return SHOP.decision("home", subject).path("reason").path("code").asText();
    }

    /** Without the patience of a client: the first answer counts. */
    private int door() throws IOException, InterruptedException {
        String user = Base64.getEncoder()
                .encodeToString((ServiceEnvironment.WRITE_KEY + ":").getBytes(StandardCharsets.UTF_8));
        String event = Json.write(Json.object().put("type", "page").put("anonymousId", VISITOR));
        URI address = PORTS.http(Part.INGEST).resolve("/v1/page");
        return http.send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", "Basic " + user)
                                .header("Content-Type", "application/json")
                                .timeout(PATIENCE)
                                .POST(HttpRequest.BodyPublishers.ofString(event))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private int ready(Part service) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(PORTS.http(service).resolve("/q/health/ready"))
                                .timeout(PATIENCE)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void signal(String signal) throws IOException, InterruptedException {
        long broker = new Stack(ConsoleStack.layout(), new Progress(System.out)).pid(Part.KAFKA);
        assertThat(new ProcessBuilder("kill", signal, Long.toString(broker))
                        .start()
                        .waitFor())
                .isZero();
    }
}
