package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that say nothing that exists. */
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
                .body("{\"subject\":\"" + newCustomer() + "\",\"type\":\"oblivion\"}")
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
    void anUnknownFieldIsNamedAndTheKnownOnesAreListed() {
        post("{\"subject\":\"customer_id:1\",\"decisions\":{\"analytics\":\"grant\"},\"ssn\":1}", 400)
                .body("errors[0].field", equalTo("ssn"))
                .body("detail", containsString("noticeVersion"));
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
