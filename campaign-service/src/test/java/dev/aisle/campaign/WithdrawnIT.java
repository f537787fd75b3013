package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.asks;
import static dev.aisle.campaign.Storefront.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.google.protobuf.Timestamp;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.person.ForgetRefused;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.RowsOfPerson;
import dev.aisle.testing.TestRecords;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever has taken everything back is removed when the term is over. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class WithdrawnIT {
    private static final Duration TERM = Duration.ofDays(30);

    @Inject
    Shoppers shoppers;

    @Inject
    ForgetRefused forgetRefused;

    @Inject
    ConsentView consents;

    @Inject
    AgroalDataSource database;

    @Test
    void nothingIsLeftWhenTheTermIsOverAndUntilThenItIsKept() {
        Instant now = Instant.now();
        Shopper person = knownShopper();
        says(person, 2, ConsentStatus.WITHDRAWN, now);
        // The view had it before those who forget what was learnt: they would write the person's row once more.
        eventually()
                .untilAsserted(() -> assertThat(RowsOfPerson.in(database, person.pseudonym()))
                        .doesNotContainKey("person_item"));

        forgetRefused.forget(now.plus(TERM).minusSeconds(60));
        Map<String, Long> before = RowsOfPerson.in(database, person.pseudonym());
        forgetRefused.forget(now.plus(TERM).plusSeconds(60));

        assertThat(before).containsKey("decision");
        assertThat(RowsOfPerson.in(database, person.pseudonym())).isEmpty();
    }

    @Test
    void whoAllowsSomethingAgainBeforeThatStays() {
        Instant now = Instant.now();
        Shopper person = knownShopper();
        says(person, 2, ConsentStatus.WITHDRAWN, now);
        says(person, 3, ConsentStatus.GRANTED, now);

        forgetRefused.forget(now.plus(TERM).plusSeconds(60));

        assertThat(RowsOfPerson.in(database, person.pseudonym())).containsKey("decision");
    }

    @Test
    void aYesThatTimeEndsLeavesOnlyWhatAnotherYesHolds() throws SQLException {
        Instant now = Instant.now();
        Shopper person = knownShopper();
        measured(person);
        ConsentState.Builder state = stateOf(person, 2, ConsentStatus.GRANTED, now)
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.ANALYTICS)
                        .setStatus(ConsentStatus.GRANTED));
        state.getDecisionsBuilder(0).setExpiresAt(Timestamp.newBuilder().setSeconds(now.getEpochSecond() + 3_600));
        tell(person, state);

        forgetRefused.forget(now.plus(TERM));
        Map<String, Long> before = RowsOfPerson.in(database, person.pseudonym());
        forgetRefused.forget(now.plus(TERM).plusSeconds(3_660));

        assertThat(before).containsKeys("decision", "person_item", "person", "metric_fact");
        assertThat(RowsOfPerson.in(database, person.pseudonym()))
                .doesNotContainKeys("decision", "person_item", "person", "journey", "journey_firing", "segment_member")
                .containsKey("metric_fact");
    }

    private Shopper knownShopper() {
        Shopper person = shoppers.treated("cross-sell");
        person.does(EventType.PURCHASE, "milk");
        eventually().untilAsserted(() -> asks("home", person).body("campaign.id", equalTo("cross-sell")));
        eventually()
                .untilAsserted(() -> assertThat(RowsOfPerson.in(database, person.pseudonym()))
                        .containsKeys("decision", "person_item", "recipient"));
        return person;
    }

    private void measured(Shopper person) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into metric_fact (message_id, measure, pseudonym, session_id, value, at)"
                                + " values (?, 'orders', ?, '', 1, now())")) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, person.pseudonym());
            insert.executeUpdate();
        }
    }

    private void says(Shopper person, long version, ConsentStatus status, Instant at) {
        tell(person, stateOf(person, version, status, at));
    }

    private static ConsentState.Builder stateOf(Shopper person, long version, ConsentStatus status, Instant at) {
        return ConsentState.newBuilder()
                .setPseudonym(person.pseudonym())
                .setVersion(version)
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.PERSONALIZATION)
                        .setStatus(status)
                        .setDecidedAt(Timestamp.newBuilder().setSeconds(at.getEpochSecond())));
    }

    private void tell(Shopper person, ConsentState.Builder state) {
        TestRecords.write(Topic.CONSENTS, person.pseudonym(), state.build().toByteArray());
        eventually().until(() -> consents.of(person.pseudonym()).version() == state.getVersion());
    }
}
