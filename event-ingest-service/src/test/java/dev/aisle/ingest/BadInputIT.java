package dev.aisle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is named, what is beside it goes in, and nothing is ever a 500. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class BadInputIT {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "[]",
                "42",
                "null",
                "{\"batch\":}",
                "{\"batch\":[{]}",
                "{}",
                "{\"batch\":7}",
                "{\"batch\":[]}x",
                "{\"batch\":[]}{\"batch\":[]}",
                "\uFEFF\uFEFF{\"batch\":[]}",
                "{\"batch\":[{\"a\":NaN}]}",
                "{'batch':[]}",
                "{\"batch\":[{\"a\":\"\u0000\"}]}"
            })
    void whatIsNoBatchIsMalformed(String body) {
        Shop.send("/v1/batch", body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("malformed-request"))
                .body("message", not(nullValue()));
    }

    /** RFC 8259 lets a reader pass over it, and editors write it. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/batch", "/v1/track"})
    void aByteOrderMarkBeforeTheBodyIsPassedOver(String path) {
        String event = "{\"type\":\"track\",\"event\":\"Cart Viewed\",\"userId\":\"u\"}";

        Shop.send(path, "\uFEFF" + (path.endsWith("batch") ? "{\"batch\":[" + event + "]}" : event))
                .statusCode(200);
    }

    @Test
    void anEndlessNumberIsMalformed() {
        Shop.send("/v1/batch", "{\"batch\":[{\"a\":" + "9".repeat(100_000) + "}]}")
                .statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"track","event":"Cart Viewed"}                                     | missing-id     | userId
            {"type":"track","event":"Cart Viewed","userId":""}                         | missing-id     | userId
            {"type":"track","event":"Cart Viewed","userId":"undefined"}                | invalid-id     | userId
            {"type":"track","event":"Cart Viewed","userId":{"a":1}}                    | invalid-field  | userId
            {"type":"page","userId":"p1.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}          | invalid-id     | userId
            {"type":"page","anonymousId":"p1.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}     | invalid-id     | anonymousId
            {"type":"alias","userId":"u","previousId":"p1.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"} | invalid-id | previousId
            {"type":"dance","userId":"u"}                                              | unknown-type   | type
            {"type":["track"],"userId":"u"}                                            | invalid-field  | type
            {"userId":"u","event":"Cart Viewed"}                                       | missing-type   | type
            {"type":"track","userId":"u"}                                              | missing-event  | event
            {"type":"track","userId":"u","event":"Cart Viewed","properties":"x"}       | invalid-field  | properties
            {"type":"track","userId":"u","event":"Product Viewed"}                     | invalid-field  | properties.product_id
            {"type":"track","userId":"u","event":"Order Completed","properties":{"products":[{"product_id":"a"},{"name":"b"}]}} | invalid-field | properties.products[1].product_id
            {"type":"track","userId":"u","event":"Order Completed","properties":{"products":[{"product_id":"a","price":"cheap"}]}} | invalid-field | properties.products[0].price
            {"type":"track","userId":"u","event":"Order Completed","properties":{"total":1e999}} | invalid-field | properties.total
            {"type":"track","userId":"u","event":"Order Completed","properties":{"currency":"???"}} | invalid-field | properties.currency
            {"type":"track","userId":"u","event":"Cart Viewed","timestamp":"1969-12-31T23:59:59Z"} | invalid-field | timestamp
            {"type":"track","userId":"u","event":"Cart Viewed","timestamp":"2026-11-25T09:00:00"}  | invalid-field | timestamp
            {"type":"track","userId":"u","event":"Cart Viewed","timestamp":"2026-11-25T23:59:60Z"} | invalid-field | timestamp
            {"type":"track","userId":"u","event":"Search\\u0000"}                      | null-character | event
            {"type":"track","userId":"u\\u0000","event":"Cart Viewed"}                 | null-character | userId
            {"type":"track","userId":"u","event":"X","properties":{"a":[{"b":"\\u0000"}]}} | null-character | properties.a[0].b
            "just a text"                                                              | not-an-object  | ''
            """)
    void aBadItemIsNamedAndItsNeighboursGoIn(String item, String code, String field) {
        String customer = Shop.customer();

        Shop.batch(
                        Shop.view(customer, Shop.newId("before"), "tea-1"),
                        item,
                        Shop.view(customer, Shop.newId("after"), "tea-2"))
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected.size()", equalTo(1))
                .body("rejected[0].index", equalTo(1))
                .body("rejected[0].code", equalTo(code))
                .body("rejected[0].field", equalTo(field));

        assertThat(Shop.refined(Shop.pseudonym(customer), 2)).hasSize(2);
    }

    @Test
    void aPseudonymInThePlaceOfAnIdIsRefusedWithWhatIsExpected() {
        String event = "{\"userId\":\"" + Shop.pseudonym(Shop.customer()) + "\",\"event\":\"Cart Viewed\"}";
        String why = "expected the shop's own id of the customer; this is a pseudonym";

        Shop.send("/v1/track", event)
                .statusCode(400)
                .body("field", equalTo("userId"))
                .body("message", containsString(why))
                .body("message", not(containsString("p1.")));
        Shop.send("/v1/track?validate=true", event)
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("items[0].field", equalTo("userId"))
                .body("items[0].message", containsString(why));
    }

    @Test
    void aRejectedItemIsKeptWithItsReasonAndWithoutItsContent() {
        String messageId = Shop.newId("bad");

        Shop.batch("{\"type\":\"dance\",\"userId\":\"u\",\"messageId\":\"" + messageId + "\"}")
                .statusCode(200);

        RejectedEvent rejected = Shop.rejected(messageId);
        assertThat(rejected.getCode()).isEqualTo("unknown-type");
        assertThat(rejected.getStage()).isEqualTo("door");
        assertThat(rejected.hasEvent()).isFalse();
    }

    @Test
    void aMessageIdThatIsTooLongIsRejected() {
        Shop.batch(Shop.view("u", "m".repeat(101), "tea-1"))
                .statusCode(200)
                .body("rejected[0].field", equalTo("messageId"))
                .body("rejected[0].messageId", nullValue());
    }

    @Test
    void anOversizeEventIsRejectedAndItsNeighbourGoesIn() {
        String large = "{\"type\":\"track\",\"event\":\"X\",\"userId\":\"u\",\"properties\":{\"a\":\""
                + "x".repeat(33_000) + "\"}}";

        Shop.batch(large, Shop.view(Shop.customer(), Shop.newId("message"), "tea-1"))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected[0].code", equalTo("oversize"));
        Shop.send("/v1/track", large).statusCode(413).body("code", equalTo("oversize"));
    }

    @Test
    void anOversizeBatchIsRefusedAsAWhole() {
        String large = "{\"type\":\"track\",\"event\":\"X\",\"userId\":\"u\",\"properties\":{\"a\":\""
                + "x".repeat(30_000) + "\"}}";

        Shop.batch(java.util.Collections.nCopies(18, large).toArray(String[]::new))
                .statusCode(413)
                .body("code", equalTo("too-large"));
    }

    @Test
    void moreThan2500EventsAreRefusedAsAWhole() {
        Shop.batch(java.util.Collections.nCopies(2_501, "{\"type\":\"track\"}").toArray(String[]::new))
                .statusCode(413);
    }

    @Test
    void tenThousandLevelsRejectOnlyTheItemThatHasThem() {
        String deep = "{\"type\":\"track\",\"event\":\"X\",\"userId\":\"u\",\"properties\":{\"a\":" + "[".repeat(10_000)
                + "]".repeat(10_000) + "}}";

        Shop.batch(deep, Shop.view(Shop.customer(), Shop.newId("message"), "tea-1"))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected[0].code", equalTo("too-deep"));
        Shop.send("/v1/track", deep).statusCode(400).body("code", equalTo("too-deep"));
        Shop.send("/v1/batch", "[".repeat(10_000)).statusCode(400);
        Shop.send("/v1/batch", "{\"batch\":".repeat(10_000)).statusCode(400);
    }

    @Test
    void aGzipBombIsTooLarge() throws IOException {
        compressed(gzipOfZeros(100_000_000)).statusCode(413);
    }

    @Test
    void brokenGzipIsMalformed() throws IOException {
        byte[] half = java.util.Arrays.copyOf(gzipOfZeros(1_000), 15);

        compressed(half).statusCode(400).body("message", containsString("gzip"));
        compressed("plain text".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .statusCode(400);
    }

    @Test
    void anUnknownPathIsNotFoundAndAnotherMethodNotAllowed() {
        Shop.send("/v1/dance", "{}").statusCode(404);
        Shop.client().get("/v1/batch").then().statusCode(405);
    }

    private static ValidatableResponse compressed(byte[] body) {
        return Shop.client()
                .header("Content-Encoding", "gzip")
                .body(body)
                .post("/v1/batch")
                .then();
    }

    private static byte[] gzipOfZeros(int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            byte[] zeros = new byte[10_000];
            for (int i = 0; i < size; i += zeros.length) {
                gzip.write(zeros, 0, Math.min(zeros.length, size - i));
            }
        }
        return bytes.toByteArray();
    }
}
