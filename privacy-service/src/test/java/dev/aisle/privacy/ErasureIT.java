package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.erase;
import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ErasureIT {
    @Test
    void anErasureRemovesWhatIsHereAndAsksTheOthers() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        say(customer, "analytics", "grant");

        String id = erase(customer);

        request(id)
                .body("type", equalTo("erasure"))
                .body("status", equalTo("in_progress"))
                .body("receipts.service", contains("privacy-service"))
                .body("receipts[0].removed.consentVersions", equalTo(2))
                .body("awaiting", containsInAnyOrder(Services.OTHERS.toArray()));
        Erasure asked = Topics.erasures(pseudonym, 1).getFirst();
        assertThat(asked.getRequestId()).isEqualTo(id);
        assertThat(asked.getEffectiveAt().getSeconds()).isPositive();
        assertThat(TestRecords.awaitKey(Topic.ERASURE_RECEIPTS, 1, pseudonym)).isNotEmpty();
    }

    @Test
    void theOthersAreToldAtOnceThatNothingIsAllowed() {
        String customer = newCustomer();
        String pseudonym = grant(customer);

        erase(customer);

        ConsentState last = Topics.consents(pseudonym, 2).getLast();
        assertThat(last.getSuppressed()).isTrue();
        assertThat(last.getVersion()).isEqualTo(2);
        assertThat(last.getDecisionsList()).isEmpty();
    }

    @Test
    void anErasureIsCompleteOnlyWhenAllFiveHaveAnswered() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        String id = erase(customer);

        for (String service : Services.OTHERS.subList(0, 3)) {
            Services.answer(id, pseudonym, service);
        }
        await().untilAsserted(() ->
                request(id).body("awaiting", contains("campaign-service")).body("status", equalTo("in_progress")));

        Services.answer(id, pseudonym, "campaign-service");
        await().untilAsserted(() -> request(id)
                .body("status", equalTo("completed"))
                .body("completedAt", notNullValue())
                .body("awaiting", empty())
                .body("receipts", hasSize(5)));
    }

    @Test
    void theFirstReceiptOfAServiceCounts() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        String id = erase(customer);

        Services.answer(Services.signed(Services.receipt(id, pseudonym, "profile-service")
                .putRemoved("profiles", 7)
                .build()));
        Services.answer(Services.signed(Services.receipt(id, pseudonym, "profile-service")
                .putRemoved("profiles", 0)
                .build()));
        Services.answer(id, pseudonym, "campaign-service");

        await().untilAsserted(() -> request(id).body("receipts", hasSize(3)));
        request(id).body("receipts.find { it.service == 'profile-service' }.removed.profiles", equalTo(7));
    }

    @Test
    void anErasureThatIsNotAnsweredIsSentAgain() {
        String customer = newCustomer();
        String pseudonym = grant(customer);

        String id = erase(customer);

        assertThat(Topics.erasures(pseudonym, 3).stream().distinct()).hasSize(1);
        assertThat(request(id).extract().<Integer>path("attempts")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aCompleteErasureIsNotSentAgain() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        String id = erase(customer);
        Services.OTHERS.forEach(service -> Services.answer(id, pseudonym, service));
        await().untilAsserted(() -> request(id).body("status", equalTo("completed")));
        int attempts = request(id).extract().path("attempts");

        String later = newCustomer();
        grant(later);
        String laterId = erase(later);

        // That a younger request is sent again shows that the job has run since.
        await().until(() -> request(laterId).extract().<Integer>path("attempts") >= 3);
        request(id).body("attempts", equalTo(attempts));
    }

    @Test
    void whoIsUnknownIsErasedAllTheSame() {
        String id = erase(newCustomer());

        request(id).body("receipts[0].removed.consentVersions", equalTo(0));
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndAnotherBodyAConflict() {
        String key = UUID.randomUUID().toString();
        String customer = newCustomer();
        String first = post(customer, key, 201);

        assertThat(post(customer, key, 200)).isEqualTo(first);
        post(newCustomer(), key, 409);
    }

    @Test
    void aRequestHasAnAddress() {
        String address = officer()
                .body("{\"subject\":\"" + newCustomer() + "\",\"type\":\"erasure\"}")
                .post("/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        officer().get(address).then().statusCode(200).body("attempts", notNullValue());
    }

    private static String post(String customer, String key, int status) {
        return officer()
                .header("Idempotency-Key", key)
                .body("{\"subject\":\"" + customer + "\",\"type\":\"erasure\"}")
                .post("/v1/requests")
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }

    private static ValidatableResponse request(String id) {
        return officer().get("/v1/requests/" + id).then().statusCode(200);
    }
}
