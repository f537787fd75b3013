package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.say;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The answer to a withdrawal says what stays, why, and until when. */
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

    private static ValidatableResponse withdraw(String pseudonym, String purpose) {
        return storefront()
                .delete("/v1/consents/" + pseudonym + "/" + purpose)
                .then()
                .statusCode(oneOf(200, 202));
    }
}
