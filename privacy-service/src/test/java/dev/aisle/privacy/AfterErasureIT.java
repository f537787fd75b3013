package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.consent;
import static dev.aisle.privacy.Calls.erase;
import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.read;
import static dev.aisle.privacy.Calls.say;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is left of a person who was erased: nothing that anybody could find or bring back. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class AfterErasureIT {
    @Test
    void anErasedSubjectLooksLikeAnUnknownOne() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        erase(customer);
        String unknown = "p1.test.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

        String ofUnknown = read(unknown).header("ETag", "\"v0\"").extract().asString();
        String ofErased = read(pseudonym).header("ETag", "\"v0\"").extract().asString();

        assertThat(ofErased.replace(pseudonym, unknown)).isEqualTo(ofUnknown);
        officer()
                .get("/v1/consents/" + pseudonym + "/history")
                .then()
                .statusCode(200)
                .body("entries", empty());
    }

    @Test
    void whoComesBackGetsAPseudonymThatNobodyCanLink() {
        String customer = newCustomer();
        String before = grant(customer);
        erase(customer);

        String after = grant(customer);

        assertThat(after).isNotEqualTo(before);
        read(after).body("version", equalTo(1));
        String second = erase(customer);
        assertThat(Topics.erasures(after, 1).getFirst().getRequestId()).isEqualTo(second);
        assertThat(grant(customer)).isNotIn(before, after);
    }

    @Test
    void askedAgainItAnswersWithTheFirstRequest() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        String first = erase(customer);

        assertThat(erase(customer)).isEqualTo(first);
        assertThat(erase(pseudonym)).isEqualTo(first);
    }

    @Test
    void aConsentForAnErasedPseudonymIsAnsweredAndBringsNothingBack() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        erase(customer);

        say(pseudonym, "personalization", "grant")
                .header("ETag", "\"v1\"")
                .body("decisions.personalization", equalTo("grant"));
        say(pseudonym, "personalization", "grant").header("ETag", "\"v2\"");
        storefront().delete("/v1/consents/" + pseudonym + "/analytics").then().statusCode(202);

        storefront()
                .body("{\"questions\":[{\"subject\":\"" + pseudonym + "\",\"purpose\":\"personalization\"}]}")
                .post("/v1/decisions")
                .then()
                .body("decisions[0].decision", equalTo("DENY"));
        String marker = newCustomer();
        String markerPseudonym = grant(marker);
        Topics.consents(markerPseudonym, 1);
        assertThat(Topics.consents(pseudonym, 2)).hasSize(2).last().matches(ConsentState::getSuppressed);
    }

    @Test
    void aRepeatedGrantFromBeforeTheErasureBringsNothingBack() {
        String customer = newCustomer();
        String key = UUID.randomUUID().toString();
        String body = consent(customer, "personalization", "grant");
        storefront()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/consents")
                .then()
                .statusCode(201);
        erase(customer);

        String pseudonymNow = storefront()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/consents")
                .then()
                .statusCode(200)
                .extract()
                .path("subject");

        read(pseudonymNow).body("version", equalTo(0));
    }

    @Test
    void manyErasuresOfOnePersonAtOnceAreOne() throws Exception {
        String customer = newCustomer();
        String pseudonym = grant(customer);

        List<String> ids = AtOnce.run(8, i -> erase(i % 2 == 0 ? customer : pseudonym));

        assertThat(ids).containsOnly(ids.getFirst());
    }

    @Test
    void consentsThatRaceWithTheErasureBringNothingBack() throws Exception {
        String pseudonym = grant(newCustomer());

        AtOnce.run(12, i -> i == 5 ? erase(pseudonym) : grant(pseudonym));

        officer()
                .get("/v1/consents/" + pseudonym + "/history")
                .then()
                .statusCode(200)
                .body("entries", empty());
        String request = erase(pseudonym);
        int versions = officer().get("/v1/requests/" + request).path("receipts[0].removed.consentVersions");
        List<ConsentState> told = Topics.consents(pseudonym, versions + 1);
        assertThat(told).hasSize(versions + 1);
        assertThat(told.getLast().getSuppressed()).isTrue();
        assertThat(told.getLast().getVersion()).isEqualTo(versions + 1L);
    }

    @Test
    void whoComesBackAtOnceInManyTabsGetsOnePseudonym() throws Exception {
        String customer = newCustomer();
        String before = grant(customer);
        erase(customer);

        List<String> pseudonyms = AtOnce.run(8, i -> grant(customer));

        assertThat(pseudonyms).containsOnly(pseudonyms.getFirst()).doesNotContain(before);
        read(pseudonyms.getFirst()).body("version", equalTo(8));
    }
}
