package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The enforcement points of the other services are played by their reports. Answers wait for them for a second in the tests: what must be done within it is
 * asked for again, in case that the machine was busy.
 */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class EnforcementIT {
    private final OtherPoints others = new OtherPoints();

    @AfterEach
    void leave() {
        others.leave();
    }

    @Test
    void aWithdrawalIsAcknowledgedWhenEveryEnforcementPointHasIt() {
        others.enforceAll();
        await().untilAsserted(() -> withdraw(grant(newCustomer()))
                .statusCode(200)
                .body("version", equalTo(2))
                .body("status", equalTo("in-force"))
                .body("effectiveAt", notNullValue())
                .body("missing", nullValue()));
    }

    @Test
    void whoLagsIsNamedUntilItHasCaughtUp() {
        others.enforceAll();
        others.enforceNothing("profile-service");
        String pseudonym = grant(newCustomer());

        await().untilAsserted(() -> withdraw(pseudonym)
                .statusCode(202)
                .body("status", equalTo("propagating"))
                .body("missing.service", equalTo(List.of("profile-service")))
                .body("missing[0].instance", notNullValue()));
        others.enforceAll();

        await().untilAsserted(() -> status(pseudonym, 2).body("status", equalTo("in-force")));
        status(pseudonym, 2).body("effectiveAt", notNullValue()).body("missing", nullValue());
    }

    @Test
    void aServiceOfWhichNobodyIsThereIsMissingUntilItMustDenyByItself() {
        String pseudonym = grant(newCustomer());

        await().untilAsserted(() -> withdraw(pseudonym)
                .statusCode(202)
                .body("missing.service", hasItems("profile-service", "campaign-service")));
        await().untilAsserted(() -> status(pseudonym, 2)
                .body("missing.find { it.service == 'profile-service' }.instance", nullValue())
                .body("missing.service", not(hasItem("privacy-service"))));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> status(pseudonym, 2).body("status", equalTo("in-force")));
    }

    @Test
    void aConsentThatTakesSomethingBackWaitsAsWell() {
        String customer = newCustomer();
        String pseudonym = grant(customer);

        Calls.say(customer, "personalization", "deny").statusCode(202).body("version", equalTo(2));
        status(pseudonym, 2).body("status", equalTo("propagating"));

        others.enforceAll();
        await().untilAsserted(() -> status(pseudonym, 2).body("status", equalTo("in-force")));
        await().untilAsserted(() -> {
            Calls.say(customer, "personalization", "grant").statusCode(201);
            Calls.say(customer, "personalization", "deny").statusCode(201);
        });
    }

    @Test
    void aGrantIsAnsweredWhenEveryDoorGoesByIt() {
        others.enforceAll();
        await().untilAsserted(
                        () -> Calls.say(newCustomer(), "analytics", "grant").statusCode(201));

        others.enforceNothing("event-ingest-service");
        Calls.say(newCustomer(), "analytics", "grant").statusCode(202).header("ETag", "\"v1\"");

        others.enforceAll();
        await().untilAsserted(
                        () -> Calls.say(newCustomer(), "analytics", "grant").statusCode(201));
    }

    /** Its caller may have heard nothing of the first answer, and sends an event behind this one. */
    @Test
    void aRepeatedGrantIsWaitedForAsWell() {
        others.enforceAll();
        others.enforceNothing("event-ingest-service");
        String consent = Calls.consent(newCustomer(), "analytics", "grant");
        String key = "repeated-" + System.nanoTime();
        repeated(key, consent).statusCode(202).header("ETag", "\"v1\"");

        repeated(key, consent).statusCode(202).header("ETag", "\"v1\"");
        others.enforceAll();

        await().untilAsserted(() -> repeated(key, consent).statusCode(200).header("ETag", "\"v1\""));
    }

    private static ValidatableResponse repeated(String key, String consent) {
        return storefront()
                .header("Idempotency-Key", key)
                .body(consent)
                .post("/v1/consents")
                .then();
    }

    @Test
    void aGrantIsNotWaitedForWhenTheCallerPrefersNotToWait() {
        others.enforceAll();
        others.enforceNothing("event-ingest-service");

        storefront()
                .header("Prefer", "respond-async, wait=10")
                .body(Calls.consent(newCustomer(), "analytics", "grant"))
                .post("/v1/consents")
                .then()
                .statusCode(201)
                .header("Preference-Applied", equalTo("respond-async"));
    }

    @Test
    void onlyTheDoorIsWaitedForAtAGrant() {
        others.enforceAll();
        others.enforceNothing("profile-service");

        await().untilAsserted(
                        () -> Calls.say(newCustomer(), "analytics", "grant").statusCode(201));
    }

    @Test
    void aVersionThatTookNothingBackHasNoStatus() {
        String pseudonym = grant(newCustomer());

        officer().get("/v1/consents/" + pseudonym + "/withdrawals/1").then().statusCode(404);
        officer().get("/v1/consents/" + pseudonym + "/withdrawals/-1").then().statusCode(404);
        officer().get("/v1/consents/" + pseudonym + "/withdrawals/x").then().statusCode(404);
        officer()
                .get("/v1/consents/" + pseudonym + "/withdrawals/99999999999999999999")
                .then()
                .statusCode(404);
        officer().get("/v1/consents/ada@example.com/withdrawals/1").then().statusCode(400);
    }

    @Test
    void anUnreadableReportStopsNothing() {
        others.enforceAll();
        others.garble("recommender-service");

        await().untilAsserted(() -> withdraw(grant(newCustomer())).statusCode(200));
    }

    @Test
    void operatorsSeeHowLongItTakes() {
        others.enforceAll();
        await().untilAsserted(() -> withdraw(grant(newCustomer())).statusCode(200));

        String metrics = storefront().get("/q/metrics").asString();

        assertThat(metrics)
                .contains("aisle_withdrawals_acknowledged_seconds_count")
                .contains("aisle_enforcement_points{service=\"campaign-service\"} 1.0");
    }

    private static ValidatableResponse withdraw(String pseudonym) {
        return storefront()
                .delete("/v1/consents/" + pseudonym + "/personalization")
                .then();
    }

    private static ValidatableResponse status(String pseudonym, int version) {
        return storefront()
                .get("/v1/consents/" + pseudonym + "/withdrawals/" + version)
                .then()
                .statusCode(200);
    }
}
