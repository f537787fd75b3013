package dev.aisle.privacy;

import static dev.aisle.privacy.AuditCalls.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What staff changes in privacy-service is in its own log: by the feature, which knows more, or by the rule of every service. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class StaffChangesIT {
    private final String actor = "staff-" + UUID.randomUUID();

    @Test
    void whoBeginsAVerificationOfTheLogIsInTheLog() {
        ConsoleSession auditor = ConsoleSession.of(actor, Role.AUDITOR);
        auditor.get("/console/privacy/audit");

        HttpResponse<String> begun = auditor.post("/console/privacy/audit/checks", Map.of());
        assertThat(begun.statusCode()).isEqualTo(200);

        await().untilAsserted(() -> assertThat(events(actor)).containsExactly("check.changed"));
        assertThat(entries(actor).getFirst().get("entry").toString())
                .contains("\"fact.call\":\"POST /console/privacy/audit/checks\"", "\"service\":\"privacy-service\"");
        assertThat(auditor.get("/console/privacy/audit?actor=" + actor).body())
                .contains("Verification of the log begun");
        // Who begins one while it runs is shown this one.
        await().until(() -> !auditor.get(begun.uri().getPath()).body().contains("You can leave this page"));
    }

    @Test
    void whatAFeatureRecordsItselfIsNotRepeatedAndWhatIsOnlyAskedIsNoChange() {
        String pseudonym = Calls.grant(Calls.newCustomer());
        String hold = "/v1/legal-holds/" + pseudonym;

        staff(Role.PRIVACY_OFFICER)
                .body("{\"subject\":\"" + pseudonym + "\"}")
                .post("/v1/erasure-previews")
                .then()
                .statusCode(200);
        staff(Role.PRIVACY_OFFICER)
                .body("{\"reason\":\"file 7 O 12/26\",\"until\":\"2098-01-01T00:00:00Z\"}")
                .put(hold)
                .then()
                .statusCode(204);
        staff(Role.PRIVACY_OFFICER).delete(hold).then().statusCode(204);
        staff(Role.PRIVACY_OFFICER).delete(hold).then().statusCode(404);
        staff(Role.PRIVACY_OFFICER)
                .body("{\"subject\":\"" + pseudonym + "\",\"type\":\"access\"}")
                .post("/v1/requests")
                .then()
                .statusCode(201);

        await().untilAsserted(() ->
                assertThat(events(actor)).contains("person.read", "hold.set", "hold.lifted", "dsr.received"));
        assertThat(events(actor)).containsExactlyInAnyOrder("person.read", "hold.set", "hold.lifted", "dsr.received");
    }

    @Test
    void whoOfStaffOpensAnAnswerForDownloadIsInTheLogAndTheShopIsNot() {
        String shop = "shop-" + UUID.randomUUID();
        String id = staff(Role.PRIVACY_OFFICER)
                .body("{\"subject\":\"" + Calls.newCustomer() + "\",\"type\":\"access\"}")
                .post("/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String token = "/v1/requests/" + id + "/archive-token";
        await().untilAsserted(() -> as(shop, Role.STOREFRONT).post(token).then().statusCode(201));

        staff(Role.PRIVACY_OFFICER).post(token).then().statusCode(201);

        await().untilAsserted(() -> assertThat(events(actor)).containsExactly("dsr.received", "archive.changed"));
        assertThat(entries(actor).getLast().get("entry").toString())
                .contains("\"fact.call\":\"POST /v1/requests/:id/archive-token\"", "\"fact.id\":\"" + id + "\"");
        assertThat(events(shop)).isEmpty();
    }

    private RequestSpecification staff(String role) {
        return as(actor, role);
    }

    private static RequestSpecification as(String caller, String role) {
        return RestAssured.given().auth().oauth2(TestTokens.of(caller, role)).contentType(ContentType.JSON);
    }

    private static List<Map<String, Object>> entries(String who) {
        return get("/v1/audit?actor=" + who).getList("entries");
    }

    private static List<String> events(String who) {
        return entries(who).stream()
                .map(entry -> entry.get("entry").toString().replaceAll(".*\"event\":\"([a-z.-]+)\".*", "$1"))
                .toList();
    }
}
