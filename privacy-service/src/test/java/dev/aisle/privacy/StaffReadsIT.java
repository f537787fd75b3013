package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever staff reads of a person in this service is in the log; what the shop's own server reads for the person is not. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class StaffReadsIT {
    private final String customer = newCustomer();
    private String pseudonym;

    @BeforeEach
    void somebodyIsKnown() {
        pseudonym = grant(customer);
    }

    @Test
    void aReceiptThatAnOfficerReadsIsInTheLog() {
        officer().get("/v1/consents/" + pseudonym + "/receipt").then().statusCode(200);

        assertThat(noted("consent.read")).containsExactly("receipt");
    }

    @Test
    void decisionsThatAnOfficerAsksForAreInTheLogOfEachPersonOnce() {
        String question = "{\"subject\":\"" + customer + "\",\"purpose\":\"personalization\"}";

        officer()
                .body("{\"questions\":[" + question + "," + question + "]}")
                .post("/v1/decisions")
                .then()
                .statusCode(200);

        assertThat(noted("consent.read")).containsExactly("decisions");
    }

    @Test
    void theStateOfAWithdrawalThatAnOfficerAsksForIsInTheLog() {
        officer().get("/v1/consents/" + pseudonym + "/withdrawals/1").then().statusCode(404);

        assertThat(noted("consent.read")).containsExactly("withdrawal");
    }

    @Test
    void anErasurePreviewIsInTheLogAndLeavesEverything() {
        preview(officer());

        assertThat(noted("person.read")).containsExactly("erasure-preview");
    }

    @Test
    void anArchiveThatAnOfficerFetchesIsInTheLog() {
        String id = officer()
                .body("{\"subject\":\"" + customer + "\",\"type\":\"access\"}")
                .post("/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        await().untilAsserted(() -> officer().get("/v1/requests/" + id).then().body("status", equalTo("completed")));
        String token = officer().post("/v1/requests/" + id + "/archive-token").path("token");

        officer()
                .header("Archive-Token", token)
                .get("/v1/requests/" + id + "/archive")
                .then()
                .statusCode(200);

        assertThat(noted("person.read")).containsExactly("archive");
    }

    @Test
    void whatTheShopsServerReadsForThePersonIsNot() {
        storefront().get("/v1/consents/" + pseudonym + "/receipt").then().statusCode(200);
        preview(storefront());
        officer().get("/v1/consents/" + pseudonym + "/receipt").then().statusCode(200);

        assertThat(noted("consent.read")).containsExactly("receipt");
        assertThat(read("person.read")).isEmpty();
    }

    private void preview(RequestSpecification caller) {
        caller.body("{\"subject\":\"" + customer + "\"}")
                .post("/v1/erasure-previews")
                .then()
                .statusCode(200);
    }

    /** What was read, once the entry has its place. */
    private List<String> noted(String event) {
        await().untilAsserted(() -> assertThat(read(event)).isNotEmpty());
        return read(event);
    }

    private List<String> read(String event) {
        return AuditCalls.get("/v1/audit?subject=" + pseudonym)
                .getList("entries.findAll { it.fields.event == '" + event + "' }.fields.data.what");
    }
}
