package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that want to break something. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class HostileRequestsIT {
    @AfterEach
    void theNextGoodCallGoesThrough() {
        Calls.grant(newCustomer());
    }

    @Test
    void deepNestingIs400() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);

        post(deep, 400);
        post("{\"subject\":" + deep + "}", 400);
        post("{\"subject\":\"customer_id:1\",\"unknown\":" + deep + "}", 400);
        post("{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":" + deep + "}}", 400);
    }

    @Test
    void aNumberWithALotOfDigitsIs400() {
        post("{\"subject\":\"customer_id:1\",\"gpc\":" + "9".repeat(100_000) + ",\"decisions\":{}}", 400);
    }

    @Test
    void aLongNameIs400() {
        post("{\"" + "n".repeat(100_000) + "\":1}", 400);
        post(consent("customer_id:" + "n".repeat(600)), 400);
    }

    @Test
    void aHugeBodyIs413BeforeItIsRead() throws IOException {
        assertThat(HugeBody.announce("/v1/consents", 20_000_000)).isEqualTo(413);
    }

    @Test
    void aBodyOverTheLimitIs413() throws IOException {
        assertThat(HugeBody.announce("/v1/consents", 300_000)).isEqualTo(413);
    }

    /** Not a broken pipe: what is on its way is read and thrown away before the connection ends. */
    @RepeatedTest(20)
    void whoSendsAllOfABodyOverTheLimitReads413() throws IOException {
        assertThat(HugeBody.send("/v1/consents", 3_000_000)).isEqualTo(413);
    }

    @Test
    void aHugeHeaderIs431() {
        assertThat(storefront()
                        .header("X-Long", "x".repeat(16_384))
                        .get("/v1/requests/1")
                        .statusCode())
                .isEqualTo(431);
    }

    @Test
    void anotherMediaTypeIs415() {
        storefront()
                .contentType("application/xml")
                .body("<consent/>".getBytes(StandardCharsets.UTF_8))
                .post("/v1/consents")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void anUnknownMethodIs405() {
        assertThat(storefront().request(Method.TRACE, "/v1/consents").statusCode())
                .isEqualTo(405);
        assertThat(storefront().request(Method.PUT, "/v1/consents").statusCode())
                .isEqualTo(405);
        assertThat(storefront().request(Method.PATCH, "/v1/requests").statusCode())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/consents/..%2fadmin",
                "/v1/consents/%252e%252e",
                "/v1/consents/%00",
                "/v1/consents/p1.test.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%00",
                "/v1/consents/p1.test.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%0a",
                "/v1/consents/%F0%28%8C%28",
                "/v1/requests/..%2f..%2fetc",
                "/v1/requests/%00",
                "/v1/requests/1-1-1-1-1",
                "/v1/requests/018f3c1e-0000-7000-8000-000000000009"
            })
    void anAddressOfNothingIs400Or404(String path) {
        assertThat(officer().urlEncodingEnabled(false).get(path).statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-11-25", "-999999999-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z"})
    void aMomentThatIsNoneIs400(String at) {
        officer()
                .queryParam("at", at)
                .get("/v1/consents/p1.test.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("at"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "99999999999999999999"})
    void aHistoryFromNoVersionIsRefused(String after) {
        assertThat(officer()
                        .queryParam("after", after)
                        .get("/v1/consents/p1.test.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/history")
                        .statusCode())
                .isIn(400, 404);
    }

    @Test
    void anIdempotencyKeyOfAnotherFormIs400() {
        storefront()
                .header("Idempotency-Key", "k".repeat(256))
                .body(consent(newCustomer()))
                .post("/v1/consents")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v0", "\"v9\"", "W/\"v0\"", "*", "nonsense", "\"v0"})
    void aConditionThatDoesNotHoldIs412(String ifMatch) {
        storefront()
                .header("If-Match", ifMatch)
                .body(consent(newCustomer()))
                .post("/v1/consents")
                .then()
                .statusCode(412);
    }

    private static String consent(String subject) {
        return "{\"subject\":\"" + subject + "\",\"noticeVersion\":\"1\",\"decisions\":{\"analytics\":\"grant\"}}";
    }

    private static ValidatableResponse post(String body, int status) {
        return storefront()
                .contentType(ContentType.JSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/consents")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store");
    }
}
