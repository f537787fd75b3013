package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.say;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every answer to a no says what stays of the person, why and until when, holding by holding. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class WithdrawalStaysIT {
    @Test
    void whatAnotherPurposeHoldsStaysAndTheRestHasADate() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        say(customer, "analytics", "grant");
        Instant before = Instant.now();

        ValidatableResponse first = withdraw(pseudonym, "personalization");
        ValidatableResponse last = withdraw(pseudonym, "analytics");

        first.body("stays.find { it.service == 'profile-service' }.why", equalTo("purposes-allowed"))
                .body("stays.find { it.service == 'profile-service' }.purposes", contains("analytics"))
                .body("stays.find { it.service == 'profile-service' }.until", nullValue())
                .body("stays.find { it.service == 'event-ingest-service' }.why", equalTo("purposes-allowed"))
                .body("stays.find { it.service == 'privacy-service' }.why", equalTo("necessary"));
        String until = last.body("stays.find { it.service == 'profile-service' }.why", equalTo("term"))
                .body("stays.find { it.service == 'event-ingest-service' }.why", equalTo("term"))
                .extract()
                .path("stays.find { it.service == 'profile-service' }.until");
        assertThat(Instant.parse(until))
                .isBetween(
                        before.plus(Duration.ofDays(31)).minusSeconds(1),
                        Instant.now().plus(Duration.ofDays(31)));
    }

    @Test
    void aYesToAnotherPurposeHoldsOnlyWhatIsKeptForThat() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        say(customer, "analytics", "grant");

        ValidatableResponse answer = withdraw(pseudonym, "personalization");

        answer.body(of("recommender-service", "interactions") + ".why", equalTo("term"))
                .body(of("recommender-service", "outcomes of conversations") + ".why", equalTo("purposes-allowed"))
                .body(
                        of("recommender-service", "outcomes of conversations") + ".purposes",
                        equalTo(List.of("analytics")))
                .body(of("campaign-service", "decisions") + ".why", equalTo("term"))
                .body(of("campaign-service", "metrics") + ".why", equalTo("purposes-allowed"))
                .body(of("profile-service", "events") + ".purposes", equalTo(List.of("analytics")));
        String until = answer.extract().path(of("recommender-service", "interactions") + ".until");
        assertThat(Duration.between(Instant.now(), Instant.parse(until)))
                .isBetween(Duration.ofDays(30), Duration.ofDays(31));
    }

    @Test
    void whatStaysIsToldInChineseToWhoReadsChinese() {
        String customer = newCustomer();
        String pseudonym = grant(customer);

        storefront()
                .header("Accept-Language", "zh-CN")
                .delete("/v1/consents/" + pseudonym + "/personalization")
                .then()
                .body(of("privacy-service", "同意") + ".because", equalTo("证明您何时允许了什么"))
                .body("stays.sections.flatten()", not(hasItem("consents")));
        storefront()
                .header("Accept-Language", "zh-CN")
                .contentType("application/json")
                .body("{\"subject\":\"" + pseudonym
                        + "\",\"noticeVersion\":\"1\",\"decisions\":{\"analytics\":\"deny\"}}")
                .post("/v1/consents")
                .then()
                .body(of("privacy-service", "同意") + ".because", equalTo("证明您何时允许了什么"));
    }

    @Test
    void whatIsNecessarySaysWhatForAndUntilWhen() {
        withdraw(grant(newCustomer()), "personalization")
                .body(of("campaign-service", "coupon uses") + ".why", equalTo("necessary"))
                .body(
                        of("campaign-service", "coupon uses") + ".because",
                        equalTo("the limits and the budget of a coupon count it"))
                .body(of("campaign-service", "coupon uses") + ".until", notNullValue())
                .body(of("campaign-service", "coupon codes") + ".until", nullValue())
                .body(of("campaign-service", "suppressions") + ".because", notNullValue())
                .body(
                        of("privacy-service", "consents") + ".because",
                        equalTo("it proves what the person allowed and when"))
                .body("stays.sections.flatten()", not(hasItem("erasures")));
    }

    @Test
    void aNoThatIsRecordedLikeAYesHearsItToo() {
        String customer = newCustomer();
        say(customer, "personalization", "grant");

        say(customer, "personalization", "deny")
                .body(of("recommender-service", "interactions") + ".why", equalTo("term"));
        say(customer, "personalization", "deny")
                .body(of("recommender-service", "interactions") + ".why", equalTo("term"));
        say(customer, "personalization", "grant").body("stays", nullValue());
    }

    @Test
    void anObjectionHearsIt() {
        String customer = newCustomer();
        say(customer, "personalization", "grant");

        String id = storefront()
                .body("{\"subject\":\"" + customer + "\",\"type\":\"objection\",\"purposes\":[\"personalization\"]}")
                .post("/v1/requests")
                .then()
                .body("status", equalTo("completed"))
                .body(of("recommender-service", "interactions") + ".why", equalTo("term"))
                .extract()
                .path("id");

        storefront()
                .get("/v1/requests/" + id)
                .then()
                .body(of("recommender-service", "interactions") + ".why", equalTo("term"));
    }

    @Test
    void theReceiptHasIt() {
        String pseudonym = grant(newCustomer());
        withdraw(pseudonym, "personalization");

        storefront()
                .get("/v1/consents/" + pseudonym + "/receipt")
                .then()
                .body(
                        "'dpv:hasRecordOfActivity'.'dpv:hasStorageCondition'.'dct:description'",
                        hasItems("term", "necessary: it proves what the person allowed and when"));
    }

    @Test
    void aRestrictionKeepsWhatNoPurposeHolds() {
        String customer = newCustomer();
        String pseudonym = grant(customer);
        storefront()
                .body("{\"subject\":\"" + customer + "\",\"type\":\"restriction\"}")
                .post("/v1/requests")
                .then()
                .body("status", equalTo("completed"));

        withdraw(pseudonym, "personalization")
                .body(of("recommender-service", "interactions") + ".why", equalTo("restriction"))
                .body(of("recommender-service", "interactions") + ".until", nullValue());
    }

    private static String of(String service, String section) {
        return "stays.find { it.service == '" + service + "' && it.sections.contains('" + section + "') }";
    }

    private static ValidatableResponse withdraw(String pseudonym, String purpose) {
        return storefront()
                .delete("/v1/consents/" + pseudonym + "/" + purpose)
                .then()
                .statusCode(oneOf(200, 202));
    }
}
