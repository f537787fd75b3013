package dev.aisle.profile.people.usecase;

import static dev.aisle.profile.people.TestPeople.grants;
import static dev.aisle.profile.people.TestPeople.logsIn;
import static dev.aisle.profile.people.TestPeople.person;
import static dev.aisle.profile.people.TestPeople.send;
import static dev.aisle.profile.people.TestPeople.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.contracts.privacy.v1.PurposeFence;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.person.ForgetRefused;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.RowsOfPerson;
import dev.aisle.testing.TestRecords;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever has taken everything back is removed when the term is over. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class WithdrawnIT {
    private static final Duration TERM = Duration.ofDays(30);

    @Inject
    ForgetRefused forgetRefused;

    @Inject
    ConsentView consents;

    @Inject
    AgroalDataSource database;

    @Test
    void nothingIsLeftWhenTheTermIsOverAndTheBrowsersOwnConsentKeepsItsEvents() {
        Instant now = Instant.now();
        String customer = person();
        String browser = person();
        grants(customer, 1, Purpose.PERSONALIZATION, Purpose.ANALYTICS);
        grants(browser, 1, Purpose.PERSONALIZATION, Purpose.ANALYTICS);
        await().until(() ->
                consents.of(customer).version() == 1 && consents.of(browser).version() == 1);
        send(view(browser, "tea"));
        send(view(customer, "cup"));
        logsIn(customer, browser);
        await().untilAsserted(() -> {
            assertThat(RowsOfPerson.in(database, customer)).containsKeys("person", "person_events");
            assertThat(RowsOfPerson.in(database, browser)).containsKeys("person", "person_events", "browser");
        });
        withdraws(customer, now);

        forgetRefused.forget(now.plus(TERM).minusSeconds(60));
        assertThat(RowsOfPerson.in(database, customer)).containsKey("person_events");
        forgetRefused.forget(now.plus(TERM).plusSeconds(60));

        assertThat(RowsOfPerson.in(database, customer)).isEmpty();
        assertThat(RowsOfPerson.in(database, browser)).containsKey("person_events");
    }

    @Test
    void aLegalHoldKeepsThePersonBeyondTheTermUntilItIsLifted() {
        Instant now = Instant.now();
        Instant over = now.plus(TERM).plusSeconds(60);
        String person = person();
        grants(person, 1, Purpose.PERSONALIZATION, Purpose.ANALYTICS);
        await().until(() -> consents.of(person).version() == 1);
        send(view(person, "tea"));
        await().untilAsserted(
                        () -> assertThat(RowsOfPerson.in(database, person)).containsKey("person_events"));
        tell(withdrawn(person, 2, now).setHeldUntil(timestamp(over.plus(TERM))));

        forgetRefused.forget(over);
        assertThat(RowsOfPerson.in(database, person)).containsKeys("person", "person_events");
        tell(withdrawn(person, 3, now));
        forgetRefused.forget(over);

        assertThat(RowsOfPerson.in(database, person)).isEmpty();
    }

    @Test
    void aNewYesKeepsNothingThatCameBeforeARefusalOfAll() {
        Instant now = Instant.now();
        String person = person();
        grants(person, 1, Purpose.PERSONALIZATION, Purpose.ANALYTICS);
        await().until(() -> consents.of(person).version() == 1);
        send(view(person, "tea"));
        await().untilAsserted(
                        () -> assertThat(RowsOfPerson.in(database, person)).containsKey("person_events"));
        ConsentState.Builder again =
                ConsentState.newBuilder().setPseudonym(person).setVersion(3);
        Stream.of(Purpose.PERSONALIZATION, Purpose.ANALYTICS, Purpose.MODEL_TRAINING)
                .forEach(purpose -> again.addFences(PurposeFence.newBuilder()
                        .setPurpose(purpose)
                        .setVersion(2)
                        .setRefusedSince(timestamp(now))));
        tell(again.addDecisions(PurposeDecision.newBuilder()
                .setPurpose(Purpose.ANALYTICS)
                .setStatus(ConsentStatus.GRANTED)
                .setDecidedAt(timestamp(now))));

        forgetRefused.forget(now.plus(TERM).minusSeconds(60));
        assertThat(RowsOfPerson.in(database, person)).containsKey("person_events");
        forgetRefused.forget(now.plus(TERM).plusSeconds(60));

        assertThat(RowsOfPerson.in(database, person))
                .doesNotContainKey("person_events")
                .containsKey("person");
    }

    private void withdraws(String person, Instant at) {
        tell(withdrawn(person, 2, at));
    }

    private static ConsentState.Builder withdrawn(String person, long version, Instant at) {
        ConsentState.Builder state =
                ConsentState.newBuilder().setPseudonym(person).setVersion(version);
        for (Purpose purpose : new Purpose[] {Purpose.PERSONALIZATION, Purpose.ANALYTICS}) {
            state.addDecisions(PurposeDecision.newBuilder()
                    .setPurpose(purpose)
                    .setStatus(ConsentStatus.WITHDRAWN)
                    .setDecidedAt(timestamp(at)));
        }
        return state;
    }

    private static Timestamp timestamp(Instant at) {
        return Timestamp.newBuilder().setSeconds(at.getEpochSecond()).build();
    }

    private void tell(ConsentState.Builder state) {
        TestRecords.write(Topic.CONSENTS, state.getPseudonym(), state.build().toByteArray());
        await().until(() -> consents.of(state.getPseudonym()).version() == state.getVersion());
    }
}
