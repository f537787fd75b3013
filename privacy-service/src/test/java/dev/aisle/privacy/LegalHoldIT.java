package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.storefront;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The other services learn with a person's consent until when a legal hold keeps the data. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class LegalHoldIT {
    private static final Instant UNTIL = Instant.parse("2098-01-01T00:00:00Z");
    private static final Instant LATER = UNTIL.plus(Duration.ofDays(300));

    private final Set<String> held = new HashSet<>();

    /** The page of holds shows no form for a hold to the other tests. */
    @AfterEach
    void lift() {
        held.forEach(pseudonym -> officer().delete("/v1/legal-holds/" + pseudonym));
    }

    @Test
    void theOthersAreToldOfAHoldOfItsExtensionAndOfItsEndUnderTheSameVersion() {
        String pseudonym = grant(newCustomer());

        hold(pseudonym, UNTIL);
        hold(pseudonym, LATER);
        officer().delete("/v1/legal-holds/" + pseudonym).then().statusCode(204);

        List<ConsentState> told = Topics.consents(pseudonym, 4);
        assertThat(told).extracting(LegalHoldIT::heldUntil).containsExactly(Instant.EPOCH, UNTIL, LATER, Instant.EPOCH);
        assertThat(told).extracting(ConsentState::getVersion).containsOnly(1L);
    }

    @Test
    void whatIsSaidUnderAHoldCarriesItAndWhoNeverSaidAnythingHasNoState() {
        OlderKey.Customer customer = OlderKey.customer();
        String pseudonym = customer.now();
        hold(pseudonym, UNTIL);

        grant(customer.reference());
        withdraw(pseudonym);

        assertThat(Topics.consents(pseudonym, 2))
                .extracting(LegalHoldIT::heldUntil)
                .containsExactly(UNTIL, UNTIL);
    }

    @Test
    void theAnswerToAWithdrawalSaysThatAHoldKeepsTheDataLongerThanTheTerm() {
        String pseudonym = grant(newCustomer());
        hold(pseudonym, UNTIL);

        String until = withdraw(pseudonym)
                .body("stays.find { it.service == 'profile-service' }.why", equalTo("legal-hold"))
                .extract()
                .path("stays.find { it.service == 'profile-service' }.until");

        assertThat(Instant.parse(until)).isEqualTo(UNTIL.plus(Duration.ofDays(1)));
    }

    @Test
    void aHoldThatEndsBeforeTheTermChangesNothing() {
        String pseudonym = grant(newCustomer());
        hold(pseudonym, Instant.now().plus(Duration.ofDays(2)));

        withdraw(pseudonym).body("stays.find { it.service == 'profile-service' }.why", equalTo("term"));
    }

    private static ValidatableResponse withdraw(String pseudonym) {
        return storefront()
                .delete("/v1/consents/" + pseudonym + "/personalization")
                .then()
                .statusCode(oneOf(200, 202));
    }

    private static Instant heldUntil(ConsentState state) {
        return Instant.ofEpochSecond(
                state.getHeldUntil().getSeconds(), state.getHeldUntil().getNanos());
    }

    private void hold(String pseudonym, Instant until) {
        held.add(pseudonym);
        officer()
                .body("{\"reason\":\"file 7 O 12/26\",\"until\":\"" + until + "\"}")
                .put("/v1/legal-holds/" + pseudonym)
                .then()
                .statusCode(204);
    }
}
