package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.say;
import static dev.aisle.privacy.Calls.storefront;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class DecisionsIT {
    @Test
    void aDecisionNamesItsReasonAndTheConsentItRestsOn() {
        String customer = newCustomer();
        String pseudonym = say(customer, "personalization", "grant").extract().path("subject");
        say(customer, "analytics", "deny");

        decide(
                        question(customer, "personalization"),
                        question(pseudonym, "analytics"),
                        question(customer, "marketing_push"),
                        question(customer, "necessary"))
                .body("decisions.decision", contains("ALLOW", "DENY", "DENY", "ALLOW"))
                .body(
                        "decisions.reason",
                        contains("explicit_grant", "explicit_deny", "jurisdiction_default_opt_in", "necessary"))
                .body("decisions.consentVersion", contains(2, 2, 2, 2))
                .body("decisions.subject", contains(pseudonym, pseudonym, pseudonym, pseudonym));
    }

    @Test
    void ofSomebodyUnknownEverythingButTheNecessaryIsDenied() {
        String customer = newCustomer();

        decide(question(customer, "personalization"), question(customer, "necessary"))
                .body("decisions.decision", contains("DENY", "ALLOW"))
                .body("decisions.consentVersion", contains(0, 0));
    }

    @Test
    void aGlobalPrivacyControlSignalDeniesSaleAndNotPersonalization() {
        String customer = newCustomer();
        say(customer, "personalization", "grant");
        say(customer, "sale_share", "grant");

        decide(withGpc(customer, "sale_share"), withGpc(customer, "personalization"), question(customer, "sale_share"))
                .body("decisions.decision", contains("DENY", "ALLOW", "ALLOW"))
                .body("decisions[0].reason", equalTo("gpc"));
    }

    @Test
    void aChildsYesIsAnsweredAsRecordedAndToldAsANo() {
        String customer = newCustomer();
        String pseudonym = post(customer, "child", "banner");

        ConsentState told = Topics.consents(pseudonym, 1).getLast();
        Assertions.assertThat(told.getDecisions(0).getStatus()).isEqualTo(ConsentStatus.DENIED);
        decide(question(customer, "personalization"))
                .body("decisions[0].reason", equalTo("minor_parental_consent_required"));

        post(customer, "child", "parental");
        Assertions.assertThat(
                        Topics.consents(pseudonym, 2).getLast().getDecisions(0).getStatus())
                .isEqualTo(ConsentStatus.GRANTED);
    }

    @Test
    void fiveHundredQuestionsAreAnsweredAndOneMoreIsRefused() {
        String customer = newCustomer();
        String[] most = IntStream.range(0, 500)
                .mapToObj(i -> question(customer, "analytics"))
                .toArray(String[]::new);

        decide(most).body("decisions", hasSize(500));
        storefront()
                .body(body(IntStream.range(0, 501)
                        .mapToObj(i -> question(customer, "analytics"))
                        .toArray(String[]::new)))
                .post("/v1/decisions")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("questions"));
    }

    @Test
    void theFieldThatIsWrongIsNamed() {
        storefront()
                .body(body(question(newCustomer(), "analytics"), question(newCustomer(), "resale")))
                .post("/v1/decisions")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("questions[1].purpose"));
        storefront()
                .body(body(question("nonsense", "analytics")))
                .post("/v1/decisions")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("questions[0].subject"));
    }

    private static String post(String customer, String ageBand, String method) {
        return officer()
                .body("{\"subject\":\"" + customer + "\",\"ageBand\":\"" + ageBand + "\",\"method\":\"" + method
                        + "\",\"noticeVersion\":\"1\",\"decisions\":{\"personalization\":\"grant\"}}")
                .post("/v1/consents")
                .then()
                .statusCode(201)
                .extract()
                .path("subject");
    }

    private static ValidatableResponse decide(String... questions) {
        return storefront().body(body(questions)).post("/v1/decisions").then().statusCode(200);
    }

    private static String body(String... questions) {
        return IntStream.range(0, questions.length)
                .mapToObj(i -> questions[i])
                .collect(Collectors.joining(",", "{\"questions\":[", "]}"));
    }

    private static String question(String subject, String purpose) {
        return "{\"subject\":\"" + subject + "\",\"purpose\":\"" + purpose + "\"}";
    }

    private static String withGpc(String subject, String purpose) {
        return "{\"subject\":\"" + subject + "\",\"purpose\":\"" + purpose + "\",\"gpc\":true}";
    }
}
