package dev.aisle.recommender.interactions;

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
import dev.aisle.recommender.Written;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.RowsOfPerson;
import dev.aisle.testing.TestRecords;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
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
    void nothingIsLeftWhenTheTermIsOverAndUntilThenItIsKept() {
        Instant now = Instant.now();
        String person = Written.willingPerson();
        Written.viewed(person, "tea-1");
        Written.shown(person, "home", "tea-2");
        await().untilAsserted(
                        () -> assertThat(RowsOfPerson.in(database, person)).containsKeys("interaction", "exposure"));
        withdraws(person, now);

        forgetRefused.forget(now.plus(TERM).minusSeconds(60));
        assertThat(RowsOfPerson.in(database, person)).containsKeys("interaction", "exposure");
        forgetRefused.forget(now.plus(TERM).plusSeconds(60));

        assertThat(RowsOfPerson.in(database, person)).isEmpty();
    }

    @Test
    void aYesToAnotherPurposeKeepsOnlyWhatIsHeldForThat() {
        Instant now = Instant.now();
        String person = Written.willingPerson();
        Written.viewed(person, "tea-1");
        Written.shown(person, "home", "tea-2");
        await().untilAsserted(
                        () -> assertThat(RowsOfPerson.in(database, person)).containsKeys("interaction", "exposure"));
        ConsentState.Builder state = ConsentState.newBuilder()
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.ANALYTICS)
                        .setStatus(ConsentStatus.GRANTED));
        withdraws(state, person, now);

        forgetRefused.forget(now.plus(TERM).minusSeconds(60));
        assertThat(RowsOfPerson.in(database, person)).containsKeys("interaction", "exposure");
        forgetRefused.forget(now.plus(TERM).plusSeconds(60));

        assertThat(RowsOfPerson.in(database, person)).isEmpty();
    }

    @Test
    void aNewYesKeepsNothingThatCameBeforeARefusalOfAll() {
        Instant now = Instant.now();
        String person = Written.willingPerson();
        Written.viewed(person, "tea-1");
        await().untilAsserted(
                        () -> assertThat(RowsOfPerson.in(database, person)).containsKey("interaction"));
        ConsentState.Builder state = ConsentState.newBuilder()
                .setPseudonym(person)
                .setVersion(3)
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.PERSONALIZATION)
                        .setStatus(ConsentStatus.GRANTED));
        for (Purpose purpose : new Purpose[] {Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING}) {
            state.addFences(PurposeFence.newBuilder()
                    .setPurpose(purpose)
                    .setVersion(2)
                    .setRefusedSince(Timestamp.newBuilder().setSeconds(now.getEpochSecond())));
        }
        TestRecords.write(Topic.CONSENTS, person, state.build().toByteArray());
        await().until(() -> consents.of(person).version() == 3);

        forgetRefused.forget(now.plus(TERM).minusSeconds(60));
        assertThat(RowsOfPerson.in(database, person)).containsKey("interaction");
        forgetRefused.forget(now.plus(TERM).plusSeconds(60));

        assertThat(RowsOfPerson.in(database, person)).doesNotContainKey("interaction");
    }

    private void withdraws(String person, Instant at) {
        withdraws(ConsentState.newBuilder(), person, at);
    }

    private void withdraws(ConsentState.Builder state, String person, Instant at) {
        state.setPseudonym(person).setVersion(2);
        for (Purpose purpose : new Purpose[] {Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING}) {
            state.addDecisions(PurposeDecision.newBuilder()
                    .setPurpose(purpose)
                    .setStatus(ConsentStatus.WITHDRAWN)
                    .setDecidedAt(Timestamp.newBuilder().setSeconds(at.getEpochSecond())));
        }
        TestRecords.write(Topic.CONSENTS, person, state.build().toByteArray());
        await().until(() -> consents.of(person).version() == 2);
    }
}
