package dev.aisle.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the published clients put on the wire, and what they must get back. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class WireIT {
    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @ValueSource(strings = {"/v1/batch", "/v1/batch/", "/v1/import", "/v1/import/", "/v1/b", "/v1/b/"})
    void batchesAreTakenAtEveryPathWithAndWithoutASlash(String path) {
        String item = Shop.view(Shop.customer(), Shop.newId("message"), "tea-1");

        Shop.send(path, "{\"batch\":[" + item + "]}").statusCode(200).body("accepted", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "track",
                "t",
                "identify",
                "i",
                "page",
                "p",
                "screen",
                "s",
                "group",
                "g",
                "alias",
                "a",
                "track/",
                "t/"
            })
    void singleCallsAreTakenUnderBothNames(String call) {
        String body = "{\"userId\":\"%s\",\"event\":\"Cart Viewed\",\"messageId\":\"%s\"}"
                .formatted(Shop.customer(), Shop.newId("message"));

        Shop.send("/v1/" + call, body).statusCode(200).body("accepted", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json",
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/octet-stream",
        "text/plain; charset=UTF-8"
    })
    void theContentTypeIsNotAsked(String contentType) throws IOException, InterruptedException {
        String item = Shop.view(Shop.customer(), Shop.newId("message"), "tea-1");

        HttpResponse<String> answer = post(request("/v1/batch")
                .header("Content-Type", contentType)
                .header("Authorization", basic(Shop.WRITE_KEY))
                .POST(HttpRequest.BodyPublishers.ofString("{\"batch\":[" + item + "]}")));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"accepted\":1");
    }

    @Test
    void gzipInsideAFormIsTakenAsTheNodeClientOfRudderStackSendsIt() throws IOException, InterruptedException {
        String item = Shop.view(Shop.customer(), Shop.newId("message"), "tea-1");

        HttpResponse<String> answer = post(request("/v1/batch")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Content-Encoding", "gzip")
                .header("Authorization", basic(Shop.WRITE_KEY))
                .POST(HttpRequest.BodyPublishers.ofByteArray(gzip("{\"batch\":[" + item + "]}"))));

        assertThat(answer.body()).contains("\"accepted\":1");
    }

    @Test
    void chunkedGzipIsTakenAsTheJavaClientOfRudderStackSendsIt() throws IOException, InterruptedException {
        byte[] body = gzip("{\"batch\":[" + Shop.view(Shop.customer(), Shop.newId("message"), "tea-1") + "]}");

        HttpResponse<String> answer = post(request("/v1/batch")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .header("Authorization", basic(Shop.WRITE_KEY))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))));

        assertThat(answer.body()).contains("\"accepted\":1");
    }

    @Test
    void theKeyMayStandInTheBodyAndTheContextBesideTheBatch() {
        String customer = Shop.customer();
        String body = """
                {"batch":[%s],"writeKey":"other-test-key","sentAt":"2026-11-25T10:00:00.000Z",
                 "context":{"locale":"de-DE","library":{"name":"analytics-java"}}}""".formatted(Shop.view(customer, Shop.newId("message"), "tea-1"));

        given().contentType("application/json")
                .body(body)
                .post("/v1/import/")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));

        ShopEvent event = Shop.refined(Shop.pseudonym(customer), 1).getFirst();
        assertThat(event.getContext().getLocale()).isEqualTo("de-DE");
        assertThat(event.getSource()).isEqualTo("write-key-2");
    }

    @Test
    void theClientsClockIsCorrected() {
        String customer = Shop.customer();
        Instant sentAt = Instant.parse("2031-01-01T10:00:00Z");
        String body = """
                {"sentAt":"%s","batch":[{"type":"track","event":"Cart Viewed","userId":"%s","timestamp":"%s"}]}""".formatted(sentAt, customer, sentAt.minusSeconds(3600));

        Shop.send("/v1/batch", body).statusCode(200);

        ShopEvent event = Shop.refined(Shop.pseudonym(customer), 1).getFirst();
        Duration before = Duration.between(instant(event.getOccurredAt()), instant(event.getReceivedAt()));
        assertThat(before).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void anUnknownKeyIsRefusedInTheFormThatClientsRead() {
        String item = Shop.view(Shop.customer(), Shop.newId("message"), "tea-1");

        given().auth()
                .preemptive()
                .basic("stolen", "")
                .contentType("application/json")
                .body("{\"writeKey\":\"test-write-key\",\"batch\":[" + item + "]}")
                .post("/v1/batch")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthorized"))
                .body("status", equalTo(401));
        given().contentType("application/json")
                .body("{\"batch\":[" + item + "]}")
                .post("/v1/batch")
                .then()
                .statusCode(401);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(30));
    }

    private static HttpResponse<String> post(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String basic(String key) {
        return "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Instant instant(com.google.protobuf.Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }
}
