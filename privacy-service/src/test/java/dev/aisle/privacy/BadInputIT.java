package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class BadInputIT {
    private static final String SECRET = "alice.liddell@wonderland.example";

    @AfterEach
    void theNextGoodCallGoesThrough() {
        Calls.grant(newCustomer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "\"text\"",
                "{",
                "{\"subject\":",
                "not json",
                "{\"subject\":\"customer_id:1\"}",
                "{\"decisions\":{\"analytics\":\"grant\"}}",
                "{\"subject\":null,\"decisions\":{\"analytics\":\"grant\"}}",
                "{\"subject\":42,\"decisions\":{\"analytics\":\"grant\"}}",
                "{\"subject\":[\"customer_id:1\"],\"decisions\":{\"analytics\":\"grant\"}}",
                "{\"subject\":\"customer_id:1\",\"decisions\":[]}",
                "{\"subject\":\"customer_id:1\",\"decisions\":{}}",
                "{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":true}}",
                "{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":{\"x\":\"grant\"}}}",
                "{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":\"grant\"}}x",
                "{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":\"grant\"}}{}",
                "{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":\"deny\",\"analytics\":\"grant\"}}",
                "{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":\"grant\"},\"ssn\":\"123-45-6789\"}",
                "{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":\"grant\"},\"@class\":\"java.lang.Runtime\"}",
                "{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":\"grant\"},\"__proto__\":{}}",
                "{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":\"grant\"},\"gpc\":\"yes\"}",
                "{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":\"grant\"},\"gpc\":1}",
                "{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":\"grant\"},\"gpc\":NaN}",
                "{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":\"grant\"},\"jurisdiction\":\"Germany\"}",
                "{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":\"grant\"},\"method\":\"x\\u0000y\"}",
                "{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":\"grant\"},\"noticeVersion\":\"a\\u0000\"}",
                "{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":\"grant\"},\"noticeVersion\":\"a b\"}"
            })
    void aBodyThatIsNoConsentIs400(String body) {
        post(body, 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "customer_id:",
                "customer_id:   ",
                "customer_id",
                "nickname:alice",
                "customer_id:undefined",
                "customer_id:null",
                "customer_id:[object Object]",
                "anonymous_id:00000000-0000-0000-0000-000000000000",
                "email:not-an-address",
                "email:@",
                "phone:12",
                "ip:127.0.0.1",
                "p1.test.short",
                "p2.test.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "p1.test.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "p1..AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "customer_id:a\\u0000b",
                "customer_id:a\\r\\nINFO consent granted"
            })
    void aSubjectThatNamesNobodyIs400AndTheFieldIsNamed(String subject) {
        post(consent(subject), 400).body("errors[0].field", equalTo("subject"));
        officer()
                .body("{\"subject\":\"" + subject + "\",\"type\":\"erasure\"}")
                .post("/v1/requests")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("subject"));
    }

    @Test
    void anUnknownPurposeIs422AndTheKnownOnesAreListed() {
        post("{\"subject\":\"customer_id:1\",\"decisions\":{\"resale\":\"grant\"}}", 422)
                .body("errors[0].field", equalTo("decisions.resale"))
                .body("detail", containsString("necessary, analytics, personalization, model_training"));
        storefront()
                .delete("/v1/consents/p1.test.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/resale")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("purpose"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":\"maybe\"}}",
                "{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":null}}",
                "{\"subject\":\"customer_id:1\",\"decisions\":{\"necessary\":\"deny\"}}",
                "{\"subject\":\"customer_id:1\",\"ageBand\":\"42\",\"decisions\":{\"analytics\":\"grant\"}}",
                "{\"subject\":\"customer_id:1\",\"decisions\":{\"Analytics\":\"grant\"}}",
                "{\"subject\":\"customer_id:1\",\"decisions\":{\"\\u0000\":\"grant\"}}"
            })
    void aWordThatDoesNotExistIs422(String body) {
        post(body, 422);
    }

    @Test
    void anUnknownTypeOfRequestIs422() {
        officer()
                .body("{\"subject\":\"" + newCustomer() + "\",\"type\":\"rectification\"}")
                .post("/v1/requests")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("type"))
                .body("detail", containsString("erasure"));
    }

    @Test
    void noProblemRepeatsAnIdentifier() {
        for (String body : new String[] {
            consent(SECRET),
            consent("email:" + SECRET + " " + "x"),
            "{\"subject\":\"customer_id:1\",\"decisions\":{\"" + SECRET + "\":\"grant\"}}",
            "{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":\"" + SECRET + "\"}}",
            "{\"subject\":\"customer_id:1\",\"jurisdiction\":\"" + SECRET
                    + "\",\"decisions\":{\"analytics\":\"deny\"}}",
            "{\"subject\":{\"" + SECRET + "\":1},\"decisions\":{}}",
            "{\"" + SECRET + "\":1}",
            SECRET
        }) {
            Response answer = storefront().body(body).post("/v1/consents");
            assertThat(answer.statusCode()).as(body).isIn(400, 422);
            assertThat(answer.asString()).as(body).doesNotContain("liddell");
        }
    }

    @Test
    void anIdentifierInAnAddressIsRefusedAndNotRepeated() {
        storefront()
                .get("/v1/consents/email:" + SECRET)
                .then()
                .statusCode(400)
                .body(not(containsString("liddell")))
                .body("detail", containsString("identifiers don't go into addresses"));
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
        String head = "POST /v1/consents HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + TestTokens.withRoles(Role.STOREFRONT)
                + "\r\nContent-Length: 20000000\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

            assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void aBodyOverTheLimitIs413() {
        assertThat(storefront().body(new byte[300_000]).post("/v1/consents").statusCode())
                .isEqualTo(413);
    }

    @Test
    void anUnknownFieldIsNamedAndTheKnownOnesAreListed() {
        post("{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":\"grant\"},\"ssn\":1}", 400)
                .body("errors[0].field", equalTo("ssn"))
                .body("detail", containsString("noticeVersion"));
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
        return "{\"subject\":\"" + subject + "\",\"decisions\":{\"analytics\":\"grant\"}}";
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
