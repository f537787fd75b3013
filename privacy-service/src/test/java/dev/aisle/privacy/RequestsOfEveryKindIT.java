package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.say;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.StoredTexts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Restriction, objection and rectification, and what may stand before a request: a code, an undo, a legal hold. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class RequestsOfEveryKindIT {
    private static final String UNVERIFIED = ",\"verification\":\"code\"";

    @Inject
    AgroalDataSource dataSource;

    @Test
    void aRestrictionStopsEverythingUntilItIsLifted() {
        String customer = newCustomer();
        String pseudonym = grant(customer);

        String id = ask(customer, "restriction", "")
                .body("status", equalTo("completed"))
                .extract()
                .path("id");

        assertThat(Topics.consents(pseudonym, 2).getLast().getSuppressed()).isTrue();
        decision(customer).body("decisions[0].decision", equalTo("DENY"));
        say(customer, "personalization", "grant");
        assertThat(Topics.consents(pseudonym, 3).getLast().getSuppressed())
                .as("a click on a banner doesn't lift it")
                .isTrue();

        officer().delete("/v1/requests/" + id + "/restriction").then().statusCode(200);
        assertThat(Topics.consents(pseudonym, 4).getLast().getSuppressed()).isFalse();
        decision(customer).body("decisions[0].decision", equalTo("ALLOW"));
        officer().delete("/v1/requests/" + id + "/restriction").then().statusCode(409);
    }

    @Test
    void anObjectionRefusesItsPurposesAndNoOther() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        say(customer, "analytics", "grant");

        ask(customer, "objection", ",\"purposes\":[\"personalization\",\"ads_targeted\"]")
                .body("status", equalTo("completed"));

        ConsentState last = Topics.consents(pseudonym, 3).getLast();
        assertThat(last.getDecisionsList())
                .filteredOn(decision -> decision.getPurpose() == Purpose.ANALYTICS)
                .allMatch(decision -> decision.getStatus() == ConsentStatus.GRANTED);
        assertThat(last.getDecisionsList())
                .filteredOn(decision -> decision.getPurpose() == Purpose.PERSONALIZATION
                        || decision.getPurpose() == Purpose.ADS_TARGETED)
                .hasSize(2)
                .allMatch(decision -> decision.getStatus() == ConsentStatus.DENIED);
    }

    @Test
    void whatAPersonSaidOfItselfIsCorrectedAndForTheRestTheAnswerSaysWhatCanBeDone() {
        String customer = newCustomer();
        String pseudonym = grant(customer);

        String id = ask(customer, "rectification", ",\"corrections\":{\"ageBand\":\"teen\",\"shoeSize\":\"44\"}")
                .extract()
                .path("id");

        request(id).body("outcome", allOf(containsString("ageBand: corrected."), containsString("shoeSize: not kept")));
        assertThat(Topics.consents(pseudonym, 2).getLast().getAgeBand().name()).isEqualTo("TEEN");
    }

    @Test
    void aRequestThatNobodyVouchesForRunsOnlyOnceTheCodeIsEntered() {
        String customer = newCustomer();
        grant(customer);
        ValidatableResponse asked =
                ask(customer, "erasure", UNVERIFIED).body("status", equalTo("awaiting_verification"));
        String id = asked.extract().path("id");
        String code = asked.extract().path("oneTimeCode");

        verify(id, "{\"code\":\"22222222\"}", 422);
        request(id).body("status", equalTo("awaiting_verification"));
        verify(id, "{\"code\":\"" + code + "\"}", 200).body("status", equalTo("in_progress"));
        verify(id, "{\"code\":\"" + code + "\"}", 409);
    }

    @Test
    void afterFiveWrongCodesOnlyAnOfficerWithAReasonCanVouch() {
        ValidatableResponse asked = ask(newCustomer(), "access", UNVERIFIED);
        String id = asked.extract().path("id");
        String code = asked.extract().path("oneTimeCode");
        for (int i = 0; i < 5; i++) {
            verify(id, "{\"code\":\"2222222222\"}", 422);
        }

        verify(id, "{\"code\":\"" + code + "\"}", 409).body("type", equalTo("/problems/code-void"));
        officer()
                .body("{\"reason\":\"came to the shop with a passport\"}")
                .post("/v1/requests/" + id + "/verification")
                .then()
                .statusCode(200)
                .body("verification", equalTo("officer"));
    }

    @Test
    void theCodeIsToldOnce() {
        String body = body(newCustomer(), "erasure", UNVERIFIED);
        String key = java.util.UUID.randomUUID().toString();

        officer()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/requests")
                .then()
                .body("oneTimeCode", notNullValue());

        officer()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/requests")
                .then()
                .statusCode(200)
                .body("oneTimeCode", nullValue());
    }

    @Test
    void anErasureCanBeTakenBackUntilItBegins() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        String id = ask(customer, "erasure", ",\"startsAt\":\"" + Instant.now().plus(Duration.ofHours(1)) + "\"")
                .body("status", equalTo("pending"))
                .extract()
                .path("id");

        request(id).body("waitingFor", containsString("taken back"));
        officer().delete("/v1/requests/" + id).then().statusCode(200).body("status", equalTo("cancelled"));

        Calls.read(pseudonym).body("version", equalTo(1));
        officer().delete("/v1/requests/" + id).then().statusCode(409);
    }

    @Test
    void whatHasBegunCanNotBeTakenBack() {
        String id = Calls.erase(newCustomer());

        officer().delete("/v1/requests/" + id).then().statusCode(409).body("type", equalTo("/problems/begun-already"));
    }

    @Test
    void underALegalHoldAnErasureWaitsAndSaysSoAndEverythingElseRuns() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        hold(pseudonym, Instant.now().plus(Duration.ofDays(30)));

        String id = Calls.erase(customer);

        request(id).body("status", equalTo("pending")).body("waitingFor", containsString("legal hold"));
        ask(customer, "objection", ",\"purposes\":[\"analytics\"]").body("status", equalTo("completed"));
        officer().get("/v1/legal-holds").then().body("holds.pseudonym", hasItem(pseudonym));

        officer().delete("/v1/legal-holds/" + pseudonym).then().statusCode(204);
        await().untilAsserted(() -> request(id).body("status", equalTo("in_progress")));
    }

    @Test
    void whatAnOfficerTypesAboutSomebodyIsStoredMasked() throws SQLException {
        String typed = "{\"reason\":\"wrote from planted.pr@example.org, card 4111 1111 1111 1111\"";
        String customer = newCustomer();
        String pseudonym = grant(customer);
        String vouched = ask(newCustomer(), "access", UNVERIFIED).extract().path("id");
        String extended = ask(newCustomer(), "access", UNVERIFIED).extract().path("id");

        officer()
                .body(typed + ",\"until\":\"" + Instant.now().plus(Duration.ofDays(30)) + "\"}")
                .put("/v1/legal-holds/" + pseudonym)
                .then()
                .statusCode(204);
        for (String step : List.of(vouched + "/verification", extended + "/extension")) {
            officer().body(typed + "}").post("/v1/requests/" + step).then().statusCode(200);
        }

        assertThat(StoredTexts.holding(dataSource, "planted.pr@example.org", "4111 1111 1111 1111"))
                .isEmpty();
        request(extended).body("extendedBecause", equalTo("wrote from [email], card [card]"));
        officer().delete("/v1/legal-holds/" + pseudonym).then().statusCode(204);
    }

    @Test
    void eachRegulationHasItsDeadlineAndItsExtension() {
        // Nobody exports anything until the code is told, so that none of them ends meanwhile.
        String gdpr = ask(newCustomer(), "access", UNVERIFIED).extract().path("id");
        String ccpa = ask(newCustomer(), "access", UNVERIFIED + ",\"regulation\":\"ccpa\"")
                .extract()
                .path("id");
        String lgpd = ask(newCustomer(), "access", UNVERIFIED + ",\"regulation\":\"lgpd\"")
                .extract()
                .path("id");

        assertThat(days(gdpr)).isBetween(28L, 31L);
        assertThat(days(ccpa)).isEqualTo(45);
        assertThat(days(lgpd)).isEqualTo(15);
        extend(ccpa, 200).body("extendedBecause", equalTo("many requests at once"));
        assertThat(days(ccpa)).isEqualTo(90);
        extend(ccpa, 409);
        extend(lgpd, 409);
    }

    @Test
    void whatIsDueIsListedMostUrgentFirst() {
        // Open until the code is told, so that it is still due when the list is asked for.
        String lgpd = ask(newCustomer(), "access", UNVERIFIED + ",\"regulation\":\"lgpd\"")
                .extract()
                .path("id");

        officer()
                .get("/v1/requests?dueWithinDays=16")
                .then()
                .statusCode(200)
                .body("requests.id", hasItem(lgpd))
                .body("requests.find { it.id == '" + lgpd + "' }.overdue", equalTo(false));
        officer().get("/v1/requests?dueWithinDays=-1").then().statusCode(400);
        officer().get("/v1/requests?dueWithinDays=x").then().statusCode(404);
    }

    @Test
    void wordsThatDoNotExistAreNamed() {
        wrong(",\"type\":\"objection\"", 400);
        wrong(",\"type\":\"objection\",\"purposes\":[\"necessary\"]", 422);
        wrong(",\"type\":\"objection\",\"purposes\":[null]", 400);
        wrong(",\"type\":\"rectification\"", 400);
        wrong(",\"type\":\"rectification\",\"corrections\":{\"ageBand\":\"42\"}", 422);
        wrong(",\"type\":\"rectification\",\"corrections\":{\"jurisdiction\":\"Germany\"}", 400);
        wrong(",\"type\":\"rectification\",\"corrections\":{\"email\":\"nobody\"}", 400);
        wrong(",\"type\":\"rectification\",\"corrections\":{\"phone\":\"12\"}", 400);
        wrong(",\"type\":\"rectification\",\"corrections\":{\"a\\u0000\":\"b\"}", 400);
        wrong(",\"type\":\"access\",\"regulation\":\"hammurabi\"", 422);
        wrong(",\"type\":\"access\",\"verification\":\"horoscope\"", 422);
        wrong(",\"type\":\"access\",\"startsAt\":\"tomorrow\"", 400);
        wrong(",\"type\":\"access\",\"startsAt\":\"2999-01-01T00:00:00Z\"", 422);
        officer()
                .body("{\"reason\":\"x\"}")
                .put("/v1/legal-holds/p1.test.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .then()
                .statusCode(400);
        officer()
                .body("{\"reason\":\"a court\",\"until\":\"2000-01-01T00:00:00Z\"}")
                .put("/v1/legal-holds/p1.test.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .then()
                .statusCode(400);
        officer().delete("/v1/legal-holds/email:a@b.example").then().statusCode(400);
        officer().body("{}").post("/v1/requests/1/verification").then().statusCode(400);
        officer()
                .body("{\"code\":\"22\"}")
                .post("/v1/requests/1/verification")
                .then()
                .statusCode(404);
        officer()
                .body("{\"reason\":\"abc\\u0000\"}")
                .post("/v1/requests/1/extension")
                .then()
                .statusCode(400);
    }

    private static void wrong(String rest, int status) {
        officer()
                .body("{\"subject\":\"" + newCustomer() + "\"" + rest + "}")
                .post("/v1/requests")
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    private static long days(String id) {
        Instant requested = Instant.parse(request(id).extract().path("requestedAt"));
        return Duration.between(requested, Instant.parse(request(id).extract().path("dueAt")))
                .toDays();
    }

    private static ValidatableResponse extend(String id, int status) {
        return officer()
                .body("{\"reason\":\"many requests at once\"}")
                .post("/v1/requests/" + id + "/extension")
                .then()
                .statusCode(status);
    }

    private static void hold(String pseudonym, Instant until) {
        officer()
                .body("{\"reason\":\"file 7 O 12/26\",\"until\":\"" + until + "\"}")
                .put("/v1/legal-holds/" + pseudonym)
                .then()
                .statusCode(204);
    }

    private static ValidatableResponse verify(String id, String body, int status) {
        return storefront()
                .body(body)
                .post("/v1/requests/" + id + "/verification")
                .then()
                .statusCode(status);
    }

    private static String body(String subject, String type, String rest) {
        return "{\"subject\":\"" + subject + "\",\"type\":\"" + type + "\"" + rest + "}";
    }

    private static ValidatableResponse ask(String subject, String type, String rest) {
        return officer()
                .body(body(subject, type, rest))
                .post("/v1/requests")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse request(String id) {
        return officer().get("/v1/requests/" + id).then().statusCode(200);
    }

    private static ValidatableResponse decision(String subject) {
        return storefront()
                .body("{\"questions\":[{\"subject\":\"" + subject + "\",\"purpose\":\"personalization\"}]}")
                .post("/v1/decisions")
                .then()
                .statusCode(200);
    }
}
