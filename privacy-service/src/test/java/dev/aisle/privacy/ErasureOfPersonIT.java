package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.erase;
import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.read;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.ingest.v1.PersonLink;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An erasure is of a person: the browsers that only this customer uses go with the customer. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ErasureOfPersonIT {
    private final String customer = newCustomer();
    private final String anonymousId = UUID.randomUUID().toString();

    @Test
    void theCustomersOwnBrowserIsErasedToo() {
        String known = grant(customer);
        String browser = grant("anonymous_id:" + anonymousId);
        link(browser, known);
        await().untilAsserted(() ->
                preview().body("linked.browsers", equalTo(1)).body("records.'privacy-service'.consents", equalTo(2)));

        String id = erase(customer);

        String part = Topics.erasures(browser, 1).getFirst().getRequestId();
        assertThat(part).isNotEqualTo(id);
        assertThat(Topics.erasures(known, 1).getFirst().getRequestId()).isEqualTo(id);
        assertThat(Topics.consents(browser, 2).getLast()).matches(ConsentState::getSuppressed);
        read(browser).body("version", equalTo(0));
        Services.OTHERS.forEach(service -> Services.answer(id, known, service));
        await().untilAsserted(() -> request(id).body("receipts", hasSize(5)));
        request(id)
                .body("status", equalTo("in_progress"))
                .body("awaiting", hasSize(4))
                .body("linked.browsers", equalTo(1))
                .body("linked.receipts[0].removed.consentVersions", equalTo(1));

        Services.OTHERS.forEach(service -> Services.answer(part, browser, service));
        await().untilAsserted(() -> request(id)
                .body("status", equalTo("completed"))
                .body("awaiting", empty())
                .body("linked.receipts", hasSize(5)));
        officer().get("/v1/requests/" + id + "/receipts").then().body("receipts", hasSize(10));
        assertThat(TestRecords.awaitKey(Topic.CONSENTS, 3, browser).getLast().value())
                .isNull();
    }

    @Test
    void aBrowserThatTheShopHasToldTheVaultIsErasedToo() {
        String known = grant(customer);
        String browser = grant("anonymous_id:" + anonymousId);
        tellTheVault(known);
        preview().body("linked.browsers", equalTo(1)).body("linked.sharedBrowsers", equalTo(0));

        erase(customer);

        assertThat(Topics.consents(browser, 2).getLast()).matches(ConsentState::getSuppressed);
    }

    @Test
    void aBrowserThatOtherCustomersUseStaysAndTheAnswersSaySo() {
        String known = grant(customer);
        String browser = grant("anonymous_id:" + anonymousId);
        tellTheVault(known);
        share(browser);
        await().untilAsserted(
                        () -> preview().body("linked.browsers", equalTo(0)).body("linked.sharedBrowsers", equalTo(1)));

        String id = erase(customer);

        request(id)
                .body("linked.browsers", equalTo(0))
                .body("linked.sharedBrowsers", equalTo(1))
                .body("linked.receipts", empty());
        read(browser).body("version", equalTo(1));
    }

    @Test
    void anotherCustomersBrowserStays() {
        String known = grant(customer);
        String browser = grant("anonymous_id:" + anonymousId);
        tellTheVault(known);
        link(browser, grant(newCustomer()));
        await().untilAsserted(() -> preview().body("linked.sharedBrowsers", equalTo(1)));

        erase(customer);

        read(browser).body("version", equalTo(1));
    }

    @Test
    void theErasureOfABrowserLeavesItsCustomer() {
        String known = grant(customer);
        String browser = grant("anonymous_id:" + anonymousId);
        link(browser, known);
        await().untilAsserted(() -> preview().body("linked.browsers", equalTo(1)));

        erase("anonymous_id:" + anonymousId);

        read(known).body("version", equalTo(1));
        read(browser).body("version", equalTo(0));
    }

    private void tellTheVault(String known) {
        storefront()
                .body("{\"anonymousIds\":[\"" + anonymousId + "\"]}")
                .put("/v1/vault/" + known)
                .then()
                .statusCode(200);
    }

    private static void link(String browser, String known) {
        write(PersonLink.newBuilder().setAnonymousPseudonym(browser).setKnownPseudonym(known));
    }

    private static void share(String browser) {
        write(PersonLink.newBuilder().setAnonymousPseudonym(browser).setShared(true));
    }

    private static void write(PersonLink.Builder link) {
        Timestamp now = Timestamp.newBuilder()
                .setSeconds(Instant.now().getEpochSecond())
                .build();
        TestRecords.write(
                Topic.PERSON_LINKS,
                link.getAnonymousPseudonym(),
                link.setLinkedAt(now).build().toByteArray());
    }

    private ValidatableResponse preview() {
        return officer()
                .body("{\"subject\":\"" + customer + "\"}")
                .post("/v1/erasure-previews")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse request(String id) {
        return officer().get("/v1/requests/" + id).then().statusCode(200);
    }
}
