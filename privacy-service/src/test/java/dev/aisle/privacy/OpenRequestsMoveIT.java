package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.platform.security.Role;
import dev.aisle.privacy.OlderKey.Customer;
import dev.aisle.privacy.rights.request.usecase.RunDueRequests;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A request that is open when its person gets the pseudonym of another key is about the person still. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class OpenRequestsMoveIT {
    private static final String BY_CODE = ",\"verification\":\"code\"";

    @Inject
    RunDueRequests runDueRequests;

    private final Customer customer = OlderKey.customer();

    @Test
    void anErasureThatWaitsForItsCodeErasesThePersonUnderTheNewPseudonym() {
        Calls.say(customer.before(), "personalization", "grant");
        ValidatableResponse asked = ask("erasure", BY_CODE);

        claimed();
        enterCode(asked).body("status", equalTo("in_progress"));

        String id = asked.extract().path("id");
        assertThat(Topics.erasures(customer.now(), 1).getFirst().getRequestId()).isEqualTo(id);
        Calls.read(customer.now()).body("version", equalTo(0));
        assertThat(Calls.grant(customer.reference())).isNotIn(customer.before(), customer.now());
    }

    @Test
    void anErasureWhoseTimeHasNotComeErasesThePersonWhoCameBackByIdentifier() {
        Calls.say(customer.before(), "personalization", "grant");
        Instant later = Instant.now().plus(Duration.ofHours(1));
        String id = ask("erasure", ",\"startsAt\":\"" + later + "\"").extract().path("id");

        Calls.say(customer.reference(), "analytics", "grant").body("subject", equalTo(customer.now()));

        await().pollInSameThread().untilAsserted(() -> {
            runDueRequests.run(later.plusSeconds(1));
            officer().get("/v1/requests/" + id).then().body("status", equalTo("in_progress"));
        });
        assertThat(Topics.erasures(customer.now(), 1).getFirst().getRequestId()).isEqualTo(id);
        Calls.read(customer.now()).body("version", equalTo(0));
    }

    @Test
    void anErasureOfSomebodyOfWhomNothingElseIsKeptGoesAlongToo() {
        ValidatableResponse asked = ask("erasure", BY_CODE);

        Calls.say(customer.reference(), "personalization", "grant").body("subject", equalTo(customer.now()));
        enterCode(asked).body("status", equalTo("in_progress"));

        Calls.read(customer.now()).body("version", equalTo(0));
    }

    @Test
    void aRestrictionAndAnObjectionTakeEffectUnderTheNewPseudonym() {
        Calls.say(customer.before(), "personalization", "grant");
        ValidatableResponse objection = ask("objection", BY_CODE + ",\"purposes\":[\"personalization\"]");
        ValidatableResponse restriction = ask("restriction", BY_CODE);

        claimed();
        enterCode(objection).body("status", equalTo("completed"));
        enterCode(restriction).body("status", equalTo("completed"));

        Calls.read(customer.now()).body("decisions.personalization", equalTo("deny"));
        assertThat(Topics.consents(customer.now(), 3).getLast().getSuppressed()).isTrue();
    }

    @Test
    void aCorrectionThatWaitsSealedIsOpenedUnderTheNewPseudonym() {
        Calls.say(customer.before(), "personalization", "grant");
        ValidatableResponse asked =
                ask("rectification", BY_CODE + ",\"corrections\":{\"email\":\"after.the.move@example.com\"}");

        claimed();
        enterCode(asked).body("outcome", containsString("email: corrected."));

        storefront()
                .get("/v1/vault/" + customer.now())
                .then()
                .body("traits.email", equalTo("after.the.move@example.com"));
    }

    @Test
    void aKeyUnderWhichARequestWaitsIsNotRetired() {
        String id = ask("erasure", BY_CODE).extract().path("id");

        Calls.as(Role.OPERATOR)
                .post("/v1/pseudonym-keys/old/retirement")
                .then()
                .statusCode(409)
                .body("detail", containsString("1 requests that wait"));

        officer().delete("/v1/requests/" + id).then().statusCode(200);
    }

    private void claimed() {
        OlderKey.claim(customer.before(), customer.now());
        await().untilAsserted(() -> Calls.read(customer.now()).body("version", equalTo(1)));
    }

    private ValidatableResponse ask(String type, String rest) {
        return officer()
                .body("{\"subject\":\"" + customer.before() + "\",\"type\":\"" + type + "\"" + rest + "}")
                .post("/v1/requests")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse enterCode(ValidatableResponse asked) {
        return storefront()
                .body("{\"code\":\"" + asked.extract().path("oneTimeCode") + "\"}")
                .post("/v1/requests/" + asked.extract().path("id") + "/verification")
                .then()
                .statusCode(200);
    }
}
