package dev.aisle.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CloudEvents 1.0 over HTTP: three modes, and what is wrong with a request in each. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class CloudEventsIT {
    private static final String JSON = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @ValueSource(
            strings = {JSON, "Application/CloudEvents+JSON; charset=utf-8", "application/cloudevents+json;charset=UTF-8"
            })
    void aStructuredEventIsTaken(String contentType) throws Exception {
        String customer = Shop.customer();
        String event = """
                {"specversion":"1.0","id":"%s","source":"/shop","type":"com.example.view_item","userid":"%s",
                 "time":"2026-11-25T09:00:00Z","data":{"items":[{"item_id":"tea-1","price":12.99}],"currency":"EUR"}}""".formatted(Shop.newId("event"), customer);

        assertThat(post(contentType, event).statusCode()).isEqualTo(202);

        ShopEvent stored = Shop.refined(Shop.pseudonym(customer), 1).getFirst();
        assertThat(stored.getType()).isEqualTo(EventType.PRODUCT_VIEW);
        assertThat(stored.getItems(0).getPrice().getMinorUnits()).isEqualTo(1_299);
        assertThat(stored.getOccurredAt().getSeconds())
                .isEqualTo(Instant.parse("2026-11-25T09:00:00Z").getEpochSecond());
        assertThat(stored.getMessageId()).startsWith("/shop event-");
    }

    @Test
    void aBatchIsTakenAndItsBadEventsAreNamed() throws Exception {
        String customer = Shop.customer();
        String good = event(customer, Shop.newId("event"));

        HttpResponse<String> answer = post(
                BATCH,
                "[" + good + ",{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"view_cart\"},7,"
                        + good.replace("\"1.0\"", "\"0.3\"") + ","
                        + good.replace("\"type\"", "\"time\":\"noon\",\"type\"") + ","
                        + event(customer, Shop.newId("event"))
                        + "]");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body())
                .contains("\"accepted\":2", "\"index\":1", "\"field\":\"source\"", "\"index\":2", "not-an-object")
                .contains("\"index\":3", "\"field\":\"specversion\"", "\"index\":4", "invalid-attribute");
        assertThat(post(BATCH, "[]").statusCode()).isEqualTo(202);
        assertThat(post(BATCH, "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void aBinaryEventIsTakenAlsoInChunks() throws Exception {
        String customer = Shop.customer();
        String data = "{\"product_id\":\"tea-1\"}";

        HttpResponse<String> answer = send(request("application/json")
                .header("ce-specversion", "1.0")
                .header("CE-Id", Shop.newId("event"))
                .header("ce-source", "/shop")
                .header("ce-type", "Product%20Viewed")
                .header("ce-subject", "customer_id:" + customer)
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(data.getBytes(StandardCharsets.UTF_8)))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(Shop.refined(Shop.pseudonym(customer), 1).getFirst().getType())
                .isEqualTo(EventType.PRODUCT_VIEW);
    }

    @ParameterizedTest
    @CsvSource({
        "ce-datacontenttype, application/json, 400",
        "ce-id, '', 400",
        "ce-subject, %C0%A0, 400",
        "ce-time, noon, 400",
        "ce-source, '::not a uri', 400",
        "ce-specversion, 0.3, 400",
        "ce-Wrong_Name, x, 400"
    })
    void aHeaderThatIsWrongIsRefused(String header, String value, int status) throws Exception {
        HttpRequest.Builder request = request("application/json")
                .setHeader("ce-specversion", "1.0")
                .setHeader("ce-id", "1")
                .setHeader("ce-source", "/shop")
                .setHeader("ce-type", "view_cart")
                .setHeader("ce-userid", "u")
                .setHeader(header, value);

        HttpResponse<String> answer = send(request.POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json",
        "text/plain",
        "application/cloudevents+xml",
        "application/cloudevents",
        "application/cloudevents-batch+avro"
    })
    void whatIsNoFormatOfOursIsNotUnderstood(String contentType) throws Exception {
        assertThat(post(contentType, event("u", "1")).statusCode()).isEqualTo(415);
    }

    @Test
    void dataThatIsNotJsonIsNotUnderstood() throws Exception {
        String text = event("u", "1").replace("\"data\"", "\"datacontenttype\":\"text/plain\",\"data\"");
        HttpRequest.Builder binary = request("text/xml")
                .header("ce-specversion", "1.0")
                .header("ce-id", "1")
                .header("ce-source", "/shop")
                .header("ce-type", "view_cart")
                .header("ce-userid", "u");

        assertThat(post(JSON, text).statusCode()).isEqualTo(415);
        assertThat(send(binary.POST(HttpRequest.BodyPublishers.ofString("<a/>")))
                        .statusCode())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"specversion\":1.0,\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"}",
                "{\"specversion\":\"1.0\",\"id\":{},\"source\":\"/s\",\"type\":\"t\"}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"ext\":{\"a\":1},\"userid\":\"u\"}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"userid\":\"u\",\"data\":[1]}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"userid\":\"u\\u0000\"}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"userid\":\"u\",\"data_base64\":\"%%\"}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"com.segment.track\",\"userid\":\"u\"}"
            })
    void whatIsNoCloudEventIsMalformed(String body) throws Exception {
        HttpResponse<String> answer = post(JSON, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void hostileRequestsAreRefusedInOrder() throws Exception {
        assertThat(post(JSON, "{\"a\":".repeat(10_000)).statusCode()).isEqualTo(400);
        assertThat(post(JSON, event("u", "x".repeat(600_000))).statusCode()).isEqualTo(413);
        assertThat(post(JSON, event("u", "x".repeat(40_000))).statusCode()).isEqualTo(413);
        assertThat(post(BATCH, "[" + "1,".repeat(2_500) + "1]").statusCode()).isEqualTo(413);
    }

    @Test
    void sourceAndIdMakeAnEventOneHoweverLongTheyAre() throws Exception {
        String customer = Shop.customer();
        String first = event(customer, "a".repeat(200));

        for (String event : List.of(first, first, first.replace("/shop", "/other"), event(customer, "short"))) {
            assertThat(post(JSON, event).statusCode()).isEqualTo(202);
        }

        assertThat(Shop.refined(Shop.pseudonym(customer), 3))
                .extracting(ShopEvent::getMessageId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.length() <= 100);
    }

    @Test
    void dataMayBeACallOfTheSegmentApiAlsoInBase64() throws Exception {
        String customer = Shop.customer();
        String call = Shop.view(customer, "its-own-id", "tea-1");
        String event = "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"/s\",\"type\":\"%s\",\"data%s}";
        String base64 = Base64.getEncoder().encodeToString(call.getBytes(StandardCharsets.UTF_8));

        assertThat(post(JSON, event.formatted(Shop.newId("e"), "com.segment.track", "\":" + call))
                        .statusCode())
                .isEqualTo(202);
        assertThat(post(JSON, event.formatted(Shop.newId("e"), "anything", "\":" + call))
                        .statusCode())
                .isEqualTo(202);
        assertThat(post(JSON, event.formatted(Shop.newId("e"), "anything", "_base64\":\"" + base64 + "\""))
                        .statusCode())
                .isEqualTo(202);

        assertThat(Shop.refined(Shop.pseudonym(customer), 3))
                .extracting(ShopEvent::getType)
                .containsOnly(EventType.PRODUCT_VIEW);
    }

    @Test
    void anAnonymousPersonStandsInTheSubject() throws Exception {
        String browser = Shop.newId("browser");
        Shop.decide(Shop.pseudonymOfBrowser(browser), 1, ConsentStatus.GRANTED, Purpose.ANALYTICS);
        String event =
                event("u", Shop.newId("e")).replace("\"userid\":\"u\"", "\"subject\":\"anonymous_id:" + browser + "\"");

        assertThat(post(JSON, event).statusCode()).isEqualTo(202);

        assertThat(Shop.refined(Shop.pseudonymOfBrowser(browser), 1)).hasSize(1);
    }

    @Test
    void aWebHookHasItsKeyInTheAddress() {
        String event = event(Shop.customer(), Shop.newId("event"));

        for (String path :
                new String[] {"/cloudevents?writeKey=test-write-key", "/cloudevents/?writeKey=test-write-key"}) {
            given().contentType(JSON)
                    .body(event.getBytes(StandardCharsets.UTF_8))
                    .post(path)
                    .then()
                    .statusCode(202)
                    .body("accepted", equalTo(1));
        }
        given().contentType(JSON)
                .body(event.getBytes(StandardCharsets.UTF_8))
                .post("/cloudevents?writeKey=stolen")
                .then()
                .statusCode(401);
        given().contentType(JSON)
                .body(event.getBytes(StandardCharsets.UTF_8))
                .post("/cloudevents")
                .then()
                .statusCode(401);
    }

    @Test
    void aSenderOfWebHooksIsWelcomedUnlessItsKeyIsUnknown() {
        given().header("WebHook-Request-Origin", "events.example.com")
                .header("WebHook-Request-Rate", "120")
                .options("/cloudevents")
                .then()
                .statusCode(200)
                .header("WebHook-Allowed-Origin", "events.example.com")
                .header("WebHook-Allowed-Rate", "120")
                .header("Allow", "POST, OPTIONS");
        given().header("WebHook-Request-Origin", "events.example.com")
                .header("WebHook-Request-Callback", "http://127.0.0.1:1/")
                .options("/cloudevents?writeKey=test-write-key")
                .then()
                .header("WebHook-Allowed-Origin", "events.example.com")
                .header("WebHook-Allowed-Rate", "*");
        given().header("WebHook-Request-Origin", "events.example.com")
                .options("/cloudevents?writeKey=stolen")
                .then()
                .statusCode(401)
                .header("WebHook-Allowed-Origin", nullValue());
        given().options("/cloudevents").then().header("WebHook-Allowed-Origin", nullValue());
    }

    private static String event(String customer, String id) {
        return """
                {"specversion":"1.0","id":"%s","source":"/shop","type":"view_cart","userid":"%s","data":{}}""".formatted(id, customer);
    }

    private HttpResponse<String> post(String contentType, String body) throws IOException, InterruptedException {
        return send(request(contentType).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String contentType) {
        String basic = Base64.getEncoder().encodeToString((Shop.WRITE_KEY + ":").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(server.resolve("/cloudevents"))
                .header("Content-Type", contentType)
                .header("Authorization", "Basic " + basic);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
