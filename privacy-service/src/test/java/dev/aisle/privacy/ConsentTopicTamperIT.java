package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.privacy.consent.usecase.CompareWithTopic;
import dev.aisle.privacy.consent.usecase.CompareWithTopic.Difference;
import dev.aisle.privacy.consent.usecase.CompareWithTopic.Difference.What;
import dev.aisle.privacy.consent.usecase.VerifyRecords;
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
    private ConsentState told = ConsentState.getDefaultInstance();

    @BeforeEach
    void somebodyWhoDenied() {
        customer = newCustomer();
        person = say(customer, "analytics", "deny").extract().path("subject");
        told = Topics.consents(person, 1).getLast();
        assertThat(compareWithTopic.differences())
                .noneMatch(one -> one.pseudonym().equals(person));
    }

    @AfterEach
    void whoIsErasedIsInNoComparison() {
        Calls.erase(customer);
        assertThat(compareWithTopic.differences())
                .noneMatch(one -> one.pseudonym().equals(person));
    }

    @Test
    void aNoThatWasMadeAYesInTheTopic() {
        ConsentState.Builder forged = told.toBuilder();
        forged.getDecisionsBuilder(0).setStatus(ConsentStatus.GRANTED);
        TestRecords.write(Topic.CONSENTS, person, forged.build().toByteArray());

        assertThat(compareWithTopic.differences()).contains(new Difference(person, 1, What.OTHERWISE));
    }

    @Test
    void aVersionThatOnlyTheTopicHasAndTheAlarmRings() {
        TestRecords.write(
                Topic.CONSENTS, person, told.toBuilder().setVersion(9).build().toByteArray());

        assertThat(compareWithTopic.differences()).contains(new Difference(person, 9, What.NOT_STORED));
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

        assertThat(compareWithTopic.differences()).contains(new Difference(person, 1, What.OTHERWISE));
    }
}
