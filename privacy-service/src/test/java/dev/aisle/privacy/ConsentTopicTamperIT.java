package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.TcfSignal;
import dev.aisle.privacy.consent.verification.CompareWithTopic;
import dev.aisle.privacy.consent.verification.CompareWithTopic.Difference;
import dev.aisle.privacy.consent.verification.CompareWithTopic.Difference.What;
import dev.aisle.privacy.consent.verification.VerifyRecords;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody writes to the topic of consents past the service, or to the database past the topic: the daily comparison finds it. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ConsentTopicTamperIT {
    @Inject
    CompareWithTopic compareWithTopic;

    @Inject
    VerifyRecords verifyRecords;

    @Inject
    MeterRegistry meters;

    @Inject
    AgroalDataSource dataSource;

    private String customer = "";
    private String person = "";
    private boolean isErased;
    private ConsentState told = ConsentState.getDefaultInstance();

    @BeforeEach
    void somebodyWhoDenied() {
        customer = newCustomer();
        person = say(customer, "analytics", "deny").extract().path("subject");
        told = Topics.consents(person, 1).getLast();
        assertThat(compareWithTopic.differences())
                .noneMatch(one -> one.pseudonym().equals(person));
    }

    /** Whatever the others were told before, the last that they hear is that nothing is allowed. */
    @AfterEach
    void whoIsErasedIsInNoComparison() {
        if (!isErased) {
            Calls.erase(customer);
        }
        Calls.awaitWritable();
        await().untilAsserted(() -> assertThat(compareWithTopic.differences())
                .filteredOn(one -> one.pseudonym().equals(person))
                .isEmpty());
    }

    private void tell(ConsentState.Builder state) {
        TestRecords.write(Topic.CONSENTS, person, state.build().toByteArray());
    }

    private void assertDifferent(What what) {
        assertDifferent(1, what);
    }

    /** Waits for the difference: a person whose state still has to leave for the topic is not compared. */
    private void assertDifferent(long version, What what) {
        await().untilAsserted(() ->
                assertThat(compareWithTopic.differences()).contains(new Difference(person, version, what)));
    }

    @Test
    void aNoThatWasMadeAYesInTheTopic() {
        ConsentState.Builder forged = told.toBuilder();
        forged.getDecisionsBuilder(0).setStatus(ConsentStatus.GRANTED);
        TestRecords.write(Topic.CONSENTS, person, forged.build().toByteArray());

        assertDifferent(What.OTHERWISE);
    }

    @Test
    void aYesOfABrowsersStringInTheTopic() {
        tell(told.toBuilder()
                .setTcfSignal(TcfSignal.newBuilder()
                        .addAllPurposes(List.of(1, 2, 3, 4))
                        .setExpiresAt(Timestamp.newBuilder().setSeconds(2_051_222_400))));

        assertDifferent(What.OTHERWISE);
    }

    @Test
    void anEndOfADecisionThatWasPutOffInTheTopic() {
        ConsentState.Builder forged = told.toBuilder();
        forged.getDecisionsBuilder(0).setExpiresAt(Timestamp.newBuilder().setSeconds(2_051_222_400));
        tell(forged);

        assertDifferent(What.OTHERWISE);
    }

    @Test
    void aFenceThatWasTakenAwayInTheTopic() {
        say(customer, "personalization", "grant");
        Calls.storefront()
                .delete("/v1/consents/" + person + "/personalization")
                .then()
                .statusCode(202);
        told = Topics.consents(person, 3).getLast();
        assertThat(told.getFencesCount()).isPositive();
        tell(told.toBuilder().clearFences());

        assertDifferent(3, What.OTHERWISE);
    }

    @Test
    void aHoldThatNobodySetInTheTopic() {
        tell(told.toBuilder().setHeldUntil(Timestamp.newBuilder().setSeconds(4_070_908_800L)));

        assertDifferent(What.OTHERWISE);
    }

    @Test
    void anEarlierHomeThatWasMadeUpInTheTopic() {
        tell(told.toBuilder().addEarlierJurisdictions("US-TX"));

        assertDifferent(What.OTHERWISE);
    }

    @Test
    void aSuccessorThatTheLogKnowsNothingOf() {
        tell(told.toBuilder().setSuccessor("p1.test." + "S".repeat(32)));

        assertDifferent(What.NOT_MOVED);
    }

    /** Of a person's states only the newest has holds, restrictions and fences as they are now. */
    @Test
    void whatTheServiceItselfToldNeverDiffers() {
        String request = Calls.officer()
                .body("{\"subject\":\"" + person + "\",\"type\":\"restriction\"}")
                .post("/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Calls.officer()
                .body("{\"reason\":\"file 8 O 3/26\",\"until\":\"2099-01-01T00:00:00Z\"}")
                .put("/v1/legal-holds/" + person)
                .then()
                .statusCode(204);
        Calls.officer()
                .delete("/v1/requests/" + request + "/restriction")
                .then()
                .statusCode(200);
        Calls.say(customer, "personalization", "grant");
        Calls.storefront()
                .delete("/v1/consents/" + person + "/personalization")
                .then()
                .statusCode(202);
        Calls.officer().delete("/v1/legal-holds/" + person).then().statusCode(204);
        OlderKey.Customer moved = OlderKey.customer();
        say(moved.before(), "analytics", "deny");
        say(moved.reference(), "marketing_email", "grant");
        Topics.consents(person, 7);
        Topics.consents(moved.before(), 2);

        await().untilAsserted(() -> assertThat(compareWithTopic.differences())
                .noneMatch(one -> List.of(person, moved.before(), moved.now()).contains(one.pseudonym())));
        Calls.erase(moved.reference());
    }

    @Test
    void aYesOfSomebodyWhoIsErasedInTheTopic() {
        Calls.erase(customer);
        isErased = true;
        assertThat(Topics.consents(person, 2).getLast().getSuppressed()).isTrue();
        ConsentState.Builder forged = told.toBuilder().setVersion(9);
        forged.getDecisionsBuilder(0).setStatus(ConsentStatus.GRANTED);
        tell(forged);

        assertDifferent(9, What.NOT_STORED);
        tell(forged.setSuppressed(true));
    }

    @Test
    void aVersionThatOnlyTheTopicHasAndTheAlarmRings() {
        TestRecords.write(
                Topic.CONSENTS, person, told.toBuilder().setVersion(9).build().toByteArray());

        assertDifferent(9, What.NOT_STORED);
        verifyRecords.verify();
        assertThat(meters.get("aisle.audit.findings")
                        .tag("place", "topic")
                        .gauge()
                        .value())
                .isPositive();
    }

    @Test
    void aNoThatWasMadeAYesInTheDatabaseDiffersFromWhatWasToldAsWell() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute("update consent_statement set status = 'grant' where version_id in"
                    + " (select id from consent_version where pseudonym = '" + person + "')");
            connection.commit();
        }

        assertDifferent(What.OTHERWISE);
    }
}
