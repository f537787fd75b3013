package dev.aisle.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ?validate=true} says, and that nothing follows from it. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class ValidateIT {
    @Test
    void eachItemIsToldWhatWouldBecomeOfIt() {
        String customer = Shop.customer();
        String stranger = Shop.newId("stranger");
        String view = Shop.view(customer, Shop.newId("message"), "tea-1")
                .replace("\"userId\"", "\"context\":{\"ip\":\"203.0.113.7\"},\"userId\"");
        String wrong =
                "{\"type\":\"track\",\"event\":\"Product Viewed\",\"userId\":\"u\",\"properties\":{\"price\":\"dear\"}}";

        String answer = Shop.send(
                        "/v1/batch?validate=true",
                        "{\"batch\":[" + view + "," + Shop.view(stranger, "m-2", "tea-1") + "," + wrong + "]}")
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("summary", containsString("Nothing was stored"))
                .body("accepted", equalTo(1))
                .body("dropped", equalTo(1))
                .body("rejected", equalTo(1))
                .body("items[0].outcome", equalTo("accepted"))
                .body("items[0].type", equalTo("product_view"))
                .body("items[0].name", equalTo("Product Viewed"))
                .body("items[0].pseudonymType", equalTo("customer_id"))
                .body("items[0].products", equalTo(1))
                .body("items[0].minimised", hasItems("context.ip"))
                .body("items[1].outcome", equalTo("dropped"))
                .body("items[1].reason", equalTo("no-consent"))
                .body("items[2].outcome", equalTo("rejected"))
                .body("items[2].field", equalTo("properties.product_id"))
                .body("items[2].code", equalTo("invalid-field"))
                .extract()
                .asString();

        assertThat(answer).doesNotContain(customer, stranger, Shop.pseudonym(customer), "p1.", "203.0.113.7");
    }

    @Test
    void nothingIsStoredAndNothingCounted() {
        String customer = Shop.customer();
        String before = counted();

        Shop.send("/v1/track?validate=true", Shop.view(customer, Shop.newId("message"), "only-validated"))
                .statusCode(200)
                .body("valid", equalTo(true));
        Shop.send("/v1/track?validate=true", "{\"userId\":\"u\",\"messageId\":\"never-rejected\"}")
                .statusCode(200)
                .body("items[0].code", equalTo("missing-event"));

        assertThat(counted()).isEqualTo(before);
        Shop.batch(Shop.view(customer, Shop.newId("message"), "stored")).statusCode(200);
        assertThat(TestRecords.awaitKey(Topic.EVENTS_RAW, 1, Shop.pseudonym(customer)))
                .hasSize(1);
        assertThat(TestRecords.await(Topic.EVENTS_REJECTED, 0, record -> "never-rejected".equals(record.key())))
                .isEmpty();
    }

    private static String counted() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("aisle_door_"))
                .toList()
                .toString();
    }

    @Test
    void aSuppressedPersonLooksLikeOneWhoWasNeverAsked() {
        String suppressed = Shop.newId("customer");
        TestRecords.write(
                Topic.CONSENTS,
                Shop.pseudonym(suppressed),
                ConsentState.newBuilder()
                        .setPseudonym(Shop.pseudonym(suppressed))
                        .setTenant("shop")
                        .setVersion(7)
                        .setSuppressed(true)
                        .build()
                        .toByteArray());
        String stranger = Shop.newId("customer");

        Awaitility.await().untilAsserted(() -> assertThat(answerFor(suppressed)).isEqualTo(answerFor(stranger)));
    }

    private static String answerFor(String customer) {
        return Shop.send("/v1/track?validate=true", Shop.view(customer, "the-same-id", "tea-1"))
                .statusCode(200)
                .extract()
                .asString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /beacon/v1/batch?validate=true&writeKey=test-write-key | text/plain                   | {"batch":[{"type":"page","anonymousId":"a"}]}
            /mp/collect?validate=true&api_secret=test-write-key    | application/json             | {"client_id":"a","events":[{"name":"view_cart"}]}
            /cloudevents?validate=true&writeKey=test-write-key     | application/cloudevents+json | {"specversion":"1.0","id":"1","source":"/s","type":"view_cart","anonymousid":"a"}
            """)
    void everyIntakeHasItsTwin(String path, String contentType, String body) {
        given().contentType(contentType)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then()
                .statusCode(200)
                .body("items[0].outcome", equalTo("dropped"))
                .body("items[0].message", not(equalTo("")));
    }

    @Test
    void aRequestThatWouldBeTurnedAwayIs() {
        Shop.send("/v1/batch?validate=true", "{").statusCode(400);
        given().body("{}").post("/v1/track?validate=true").then().statusCode(401);
    }
}
