package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.oneOf;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.security.Role;
import dev.aisle.platform.storage.DatabaseWatch;
import dev.aisle.platform.storage.DatabaseWentBack;
import dev.aisle.platform.storage.DatabaseWentBack.Sign;
import dev.aisle.privacy.consent.verification.CompareWithTopic;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole database is swapped for the one of a moment before, while the service runs: a replica was promoted that lacked the last seconds. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ConsentsAfterFailoverIT {
    @Inject
    AgroalDataSource dataSource;

    @Inject
    DatabaseWatch watch;

    @Inject
    ConsentView view;

    @Inject
    CompareWithTopic compareWithTopic;

    private final OtherPoints others = new OtherPoints();
    private final String customer = newCustomer();
    private String person = "";

    @AfterEach
    void theTestsAfterThisFindNothing() {
        others.leave();
        Calls.awaitWritable();
        Calls.erase(customer);
    }

    @Test
    void aWithdrawalThatTheDatabaseLostHoldsWhenThePersonSaysSomethingElse() throws SQLException {
        person = say(customer, "personalization", "grant").extract().path("subject");
        awaitLog();
        others.enforceAll();
        EarlierDatabase before = EarlierDatabase.of(dataSource);
        await().untilAsserted(() -> withdraw("personalization").statusCode(200));

        before.swapIn();
        Calls.read(person).body("version", equalTo(1)).body("decisions.personalization", equalTo("grant"));
        grantAgain("marketing_email");

        Calls.read(person)
                .body("version", greaterThan(2))
                .body("decisions.personalization", equalTo("withdrawn"))
                .body("decisions.marketing_email", equalTo("grant"));
        await().untilAsserted(() ->
                assertThat(view.allows(person, Purpose.MARKETING_EMAIL)).isTrue());
        assertThat(view.allows(person, Purpose.PERSONALIZATION)).isFalse();
        assertThat(Topics.consents(person, 4))
                .extracting(ConsentState::getVersion)
                .isSorted();
        assertThatEverythingAgrees();
        assertThat(AuditCalls.about(person, 4))
                .anySatisfy(entry -> assertThat(entry.toString())
                        .contains("consent.adopted", "adopted after the database went back"));
    }

    @Test
    void whatTheDatabaseLostOfEverybodyIsAdoptedBeforeAnythingIsWrittenAgain() throws SQLException {
        person = say(customer, "personalization", "grant").extract().path("subject");
        String other = newCustomer();
        awaitLog();
        EarlierDatabase before = EarlierDatabase.of(dataSource);
        withdraw("personalization").statusCode(202);
        String stranger = say(other, "analytics", "grant").extract().path("subject");
        awaitTold(2);
        Topics.consents(stranger, 1);

        before.swapIn();
        watch.report(new DatabaseWentBack(Sign.TIMELINE, "as the test says"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> Calls.read(person).body("decisions.personalization", equalTo("withdrawn")));
        await().untilAsserted(() -> Calls.read(stranger).body("decisions.analytics", equalTo("grant")));
        Calls.read(person).body("version", equalTo(3));
        grantAgain("marketing_email");
        ConsentState told = Topics.consents(person, 4).getLast();
        assertThat(told.getEpoch()).isPositive();
        assertThat(view.allows(person, Purpose.PERSONALIZATION)).isFalse();
        assertThatEverythingAgrees();
        Calls.erase(other);
    }

    @Test
    void aRestrictionAndALegalHoldThatTheDatabaseLostStandAgain() throws SQLException {
        person = say(customer, "personalization", "grant").extract().path("subject");
        awaitLog();
        EarlierDatabase before = EarlierDatabase.of(dataSource);
        Calls.officer()
                .body("{\"subject\":\"" + customer + "\",\"type\":\"restriction\"}")
                .post("/v1/requests")
                .then()
                .statusCode(201);
        awaitTold(2);
        Calls.officer()
                .body("{\"reason\":\"a court\",\"until\":\"2099-01-01T00:00:00Z\"}")
                .put("/v1/legal-holds/" + person)
                .then()
                .statusCode(204);
        Topics.consents(person, 3);

        before.swapIn();
        watch.report(new DatabaseWentBack(Sign.TIMELINE, "as the test says"));

        ConsentState told = Topics.consents(person, 4).getLast();
        assertThat(told.getVersion()).isEqualTo(3);
        assertThat(told.getSuppressed()).isTrue();
        assertThat(told.hasHeldUntil()).isTrue();
        assertThatEverythingAgrees();
        Calls.officer().delete("/v1/legal-holds/" + person).then().statusCode(204);
    }

    private ValidatableResponse withdraw(String purpose) {
        return Calls.storefront()
                .delete("/v1/consents/" + person + "/" + purpose)
                .then();
    }

    /** Also while the service answers that it takes over what the database lost. */
    private void grantAgain(String purpose) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> Calls.storefront()
                        .body(Calls.consent(customer, purpose, "grant"))
                        .post("/v1/consents")
                        .then()
                        .statusCode(oneOf(201, 202)));
    }

    private void awaitTold(int states) {
        Topics.consents(person, states);
        await().until(() -> view.of(person).version() >= states);
    }

    /** Waits until the log covers everything and nothing is left to send, which would be sent again after the swap. */
    private void awaitLog() {
        await().untilAsserted(() -> verdict().body("consents.notCovered", equalTo(0)));
        await().until(this::isTold);
    }

    private boolean isTold() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select not exists (select from outbox where record_key = ?)")) {
            select.setString(1, person);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /**
     * Stored consents, log and topic. The log has lost its end too: until it is longer than it was, the head that was kept outside of the database says
     * so.
     */
    private void assertThatEverythingAgrees() {
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            say(newCustomer(), "analytics", "deny");
            verdict().body("findings", empty());
        });
        await().untilAsserted(() -> assertThat(compareWithTopic.differences())
                .noneMatch(one -> one.pseudonym().equals(person)));
    }

    private static ValidatableResponse verdict() {
        return Calls.as(Role.AUDITOR).get("/v1/audit/verify").then().statusCode(200);
    }
}
