package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static dev.aisle.privacy.Calls.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose data and which fields a compromised service or key touched. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class BreachIT {
    @Test
    void aServiceTouchesWhoAllowedWhatItKeepsAtThatTime() {
        Instant before = Instant.now();
        String customer = newCustomer();
        String granted = grant(customer);
        Instant while_ = Instant.now();
        say(customer, "personalization", "deny");
        Instant after = Instant.now();

        report("service=profile-service", before, while_)
                .body("places.name", hasItem("person_events"))
                .body("places.name", hasItem("aisle.events.v1"))
                .body("places.name", not(hasItem("interaction")))
                .body("people", greaterThanOrEqualTo(1))
                .body("byPurpose.personalization", greaterThanOrEqualTo(1))
                .body("subjects", startsWith("/v1/breach-report/subjects?service=profile-service"));
        assertThat(purposesOf(granted, "service=profile-service", before, while_))
                .contains("personalization");
        assertThat(purposesOf(granted, "service=profile-service", after, Instant.now()))
                .doesNotContain("personalization")
                .contains("necessary");
    }

    @Test
    void aPseudonymKeyTouchesWhoStandsUnderIt() {
        Instant before = Instant.now();
        String pseudonym = grant(newCustomer());

        assertThat(purposesOf(pseudonym, "pseudonymKey=test", before, Instant.now()))
                .isNotEmpty();
        report("pseudonymKey=unused", before, Instant.now()).body("people", equalTo(0));
    }

    @Test
    void aMasterKeyTouchesTheVaultOnly() {
        report("masterKey=unused", Instant.EPOCH.plusSeconds(1_000_000_000), Instant.now())
                .body("people", equalTo(0))
                .body("places.name.sort()", equalTo(List.of("ad_disclosure", "subject_key", "vault_trait")));
    }

    @Test
    void aSealingKeyTouchesWhatLiesSealedInTopicsAndEverybodyKnownByThen() {
        Instant before = Instant.now();
        String pseudonym = grant(newCustomer());

        report("sealingKey=s1", before, Instant.now())
                .body(
                        "places.name.sort()",
                        equalTo(List.of(
                                "aisle.audit.v1",
                                "aisle.events.raw.v1",
                                "aisle.events.rejected.v1",
                                "aisle.events.v1",
                                "aisle.exposures.v1",
                                "aisle.messages.v1",
                                "aisle.segments.v1")));
        assertThat(purposesOf(pseudonym, "sealingKey=s1", before, Instant.now()))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z                                             | service
            service=profile-service&masterKey=m1&from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z        | service
            service=nobody&from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z                              | service
            masterKey=a%20b&from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z                             | masterKey
            service=profile-service&from=yesterday&to=2026-01-02T00:00:00Z                                | from
            service=profile-service&from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z                     | to
            """)
    void whatIsNoBreachIsNamed(String query, String field) {
        officer()
                .urlEncodingEnabled(false)
                .get("/v1/breach-report?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field));
    }

    private static ValidatableResponse report(String what, Instant from, Instant to) {
        return officer()
                .get("/v1/breach-report?" + what + "&from=" + from + "&to=" + to)
                .then()
                .statusCode(200);
    }

    private static List<String> purposesOf(String pseudonym, String what, Instant from, Instant to) {
        List<String> purposes = new ArrayList<>();
        String after = "";
        do {
            var page = officer()
                    .get("/v1/breach-report/subjects?" + what + "&from=" + from + "&to=" + to + "&after=" + after)
                    .then()
                    .statusCode(200)
                    .extract();
            List<Map<String, Object>> people = page.path("people");
            people.stream()
                    .filter(one -> pseudonym.equals(one.get("pseudonym")))
                    .forEach(one -> ((List<?>) one.get("purposes")).forEach(purpose -> purposes.add((String) purpose)));
            after = page.path("next");
        } while (!after.isEmpty());
        return purposes;
    }
}
