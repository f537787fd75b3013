package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.read;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are told, and how long their yes holds after it. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class NoticesIT {
    @Test
    void aNoticeIsPublishedOnceAndNeverChanges() {
        String version = newVersion();
        long before = AuditCalls.settledSize();

        publish(version, "{\"language\":\"de\",\"url\":\"https://shop.example/privacy\",\"validFor\":\"P12M\"}", 201);
        publish(version, "{\"language\":\"de\",\"url\":\"https://shop.example/privacy\",\"validFor\":\"P12M\"}", 200);
        publish(version, "{\"language\":\"en\"}", 409);

        officer().get("/v1/notices").then().statusCode(200).body("notices.version", hasItem(version));
        AuditCalls.settledSize();
        assertThat(AuditCalls.get("/v1/audit?event=notice.published&after=" + (before - 1))
                        .getList("entries"))
                .filteredOn(entry -> entry.toString().contains(version))
                .as("told once")
                .hasSize(1);
    }

    @Test
    void aYesAfterANewNoticeHoldsAsLongAsItSays() {
        String version = newVersion();
        publish(version, "{\"language\":\"en\",\"validFor\":\"P6M\"}", 201);

        String pseudonym = grantAfter(newCustomer(), version, 201);

        assertThat(Topics.consents(pseudonym, 1).getLast().getDecisions(0).hasExpiresAt())
                .isTrue();
        officer()
                .body("{\"questions\":[{\"subject\":\"" + pseudonym + "\",\"purpose\":\"analytics\"}]}")
                .post("/v1/decisions")
                .then()
                .body("decisions[0].validUntil", notNullValue())
                .body("decisions[0].rule", equalTo("explicit_grant"));
    }

    @Test
    void aNoticeThatReplacesAnotherEndsTheYesesAfterItForThePurposesThatItNames() {
        String old = newVersion();
        publish(old, "{\"language\":\"en\"}", 201);
        String pseudonym = grantAfter(newCustomer(), old, 201);

        publish(
                newVersion(),
                "{\"language\":\"en\",\"invalidates\":[\"" + old + "\"],\"invalidatesFor\":[\"analytics\"]}",
                201);

        await().untilAsserted(() -> read(pseudonym)
                .body("decisions.analytics", equalTo("expired"))
                .body("decisions.personalization", equalTo("grant"))
                .body("version", equalTo(2)));
        ConsentState told = Topics.consents(pseudonym, 2).getLast();
        assertThat(told.getDecisionsList().stream()
                        .filter(decision -> decision.getStatus() == ConsentStatus.EXPIRED)
                        .count())
                .isEqualTo(1);
        grantAfter(newCustomer(), old, 422);
    }

    @Test
    void aRepeatedCallIsAnsweredAsBeforeThoughItsNoticeHasEndedSince() {
        String old = newVersion();
        publish(old, "{\"language\":\"en\"}", 201);
        String body = body(newCustomer(), old);
        String key = UUID.randomUUID().toString();
        String receipt = storefront()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/consents")
                .then()
                .statusCode(201)
                .extract()
                .path("receiptId");

        publish(
                newVersion(),
                "{\"language\":\"en\",\"invalidates\":[\"" + old + "\"],\"invalidatesFor\":[\"analytics\"]}",
                201);

        storefront()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/consents")
                .then()
                .statusCode(200)
                .body("receiptId", equalTo(receipt));
    }

    @Test
    void aYesWithoutANoticeIs422AndLeavesNothing() {
        String customer = newCustomer();

        storefront()
                .body("{\"subject\":\"" + customer + "\",\"decisions\":{\"analytics\":\"deny\",\"personalization\":"
                        + "\"grant\"}}")
                .post("/v1/consents")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-notice"))
                .body("errors[0].field", equalTo("noticeVersion"))
                .body("errors[0].message", startsWith("is missing"));

        noWithout(customer, "").body("version", equalTo(1));
    }

    @Test
    void aNoIsTakenWithoutANoticeAndWithOneThatNobodyKnows() {
        noWithout(newCustomer(), "").body("decisions.analytics", equalTo("deny"));
        noWithout(newCustomer(), "\"noticeVersion\":\"never-published\",").body("decisions.analytics", equalTo("deny"));
    }

    private static ValidatableResponse noWithout(String customer, String notice) {
        return storefront()
                .body("{\"subject\":\"" + customer + "\"," + notice + "\"decisions\":{\"analytics\":\"deny\"}}")
                .post("/v1/consents")
                .then()
                .statusCode(oneOf(201, 202));
    }

    @Test
    void anUnknownNoticeIs422() {
        storefront()
                .body(body(newCustomer(), "never-published"))
                .post("/v1/consents")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-notice"))
                .body("errors[0].field", equalTo("noticeVersion"));
        publish(newVersion(), "{\"language\":\"en\",\"invalidates\":[\"never-published\"]}", 422);
        publish(newVersion(), "{\"language\":\"en\",\"invalidatesFor\":[\"resale\"]}", 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"language\":\"english\"}",
                "{\"language\":1}",
                "{\"language\":\"en\",\"url\":\"javascript:alert(1)\"}",
                "{\"language\":\"en\",\"url\":\"https://shop.example/\\u0000\"}",
                "{\"language\":\"en\",\"validFor\":\"a year\"}",
                "{\"language\":\"en\",\"validFor\":\"P\"}",
                "{\"language\":\"en\",\"validFor\":\"P-1M\"}",
                "{\"language\":\"en\",\"invalidates\":[null]}",
                "{\"language\":\"en\",\"invalidates\":\"1\"}",
                "{\"language\":\"en\",\"invalidates\":[[[[[[\"1\"]]]]]]}",
                "{\"language\":\"en\",\"text\":\"x\"}"
            })
    void whatIsNoNoticeIs400(String body) {
        publish(newVersion(), body, 400);
    }

    @Test
    void thePurposesAreShownWithTheTableThatTheyStandIn() {
        String fingerprint = storefront()
                .get("/v1/purposes")
                .then()
                .statusCode(200)
                .body("purposes.personalization.dpv", equalTo("dpv:ProvideProductRecommendations"))
                .body("purposes.personalization.tcf", equalTo(List.of(1, 5, 6)))
                .body("purposes.resale", nullValue())
                .extract()
                .path("rules");

        String table = officer()
                .accept("text/csv")
                .get("/v1/consent-rules")
                .then()
                .statusCode(200)
                .header("ETag", "\"" + fingerprint + "\"")
                .extract()
                .asString();
        assertThat(table).contains("[rules]", "US-CA,adult,opt_out");
    }

    private static String newVersion() {
        return "it-" + UUID.randomUUID();
    }

    private static void publish(String version, String body, int status) {
        officer().body(body).put("/v1/notices/" + version).then().statusCode(status);
    }

    private static String grantAfter(String customer, String notice, int status) {
        return storefront()
                .body(body(customer, notice))
                .post("/v1/consents")
                .then()
                .statusCode(status)
                .extract()
                .path("subject");
    }

    private static String body(String customer, String notice) {
        return "{\"subject\":\"" + customer + "\",\"noticeVersion\":\"" + notice
                + "\",\"decisions\":{\"analytics\":\"grant\",\"personalization\":\"grant\"}}";
    }
}
