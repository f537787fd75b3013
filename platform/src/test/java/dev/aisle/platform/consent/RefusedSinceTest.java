package dev.aisle.platform.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.contracts.privacy.v1.PurposeFence;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefusedSinceTest {
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final Set<Purpose> BOTH = EnumSet.of(Purpose.PERSONALIZATION, Purpose.ANALYTICS);

    private static Timestamp at(long daysAgo) {
        return Timestamp.newBuilder().setSeconds(day(daysAgo).getEpochSecond()).build();
    }

    private static Instant day(long daysAgo) {
        return NOW.minusSeconds(daysAgo * 86_400);
    }

    private static ConsentState.Builder said(Purpose purpose, ConsentStatus status, long daysAgo) {
        return ConsentState.newBuilder()
                .setVersion(3)
                .setJurisdiction("EU")
                .setChangedAt(at(1))
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(purpose)
                        .setStatus(status)
                        .setDecidedAt(at(daysAgo)));
    }

    private static PurposeFence fence(Purpose purpose, long version, long daysAgo) {
        return PurposeFence.newBuilder()
                .setPurpose(purpose)
                .setVersion(version)
                .setRefusedSince(at(daysAgo))
                .build();
    }

    @Test
    void itIsTheLastRefusalOfAnyOfThePurposes() {
        ConsentState.Builder state = said(Purpose.PERSONALIZATION, ConsentStatus.WITHDRAWN, 40)
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.ANALYTICS)
                        .setStatus(ConsentStatus.DENIED)
                        .setDecidedAt(at(20)));

        assertThat(Consent.of(state.build()).refusedSince(BOTH, NOW)).contains(day(20));
    }

    @Test
    void aYesOfOnePurposeHoldsAll() {
        ConsentState.Builder state = said(Purpose.PERSONALIZATION, ConsentStatus.WITHDRAWN, 40)
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.ANALYTICS)
                        .setStatus(ConsentStatus.GRANTED)
                        .setDecidedAt(at(50)));

        assertThat(Consent.of(state.build()).refusedSince(BOTH, NOW)).isEmpty();
    }

    @Test
    void aYesToAnotherPurposeHoldsNothing() {
        ConsentState state =
                said(Purpose.MARKETING_EMAIL, ConsentStatus.GRANTED, 40).build();

        assertThat(Consent.of(state).refusedSince(BOTH, NOW)).contains(day(1));
    }

    @Test
    void aYesThatTimeHasEndedCountsFromItsEnd() {
        ConsentState.Builder state = said(Purpose.PERSONALIZATION, ConsentStatus.GRANTED, 400);
        state.getDecisionsBuilder(0).setExpiresAt(at(35));

        assertThat(Consent.of(state.build()).refusedSince(BOTH, NOW)).contains(day(35));
    }

    @Test
    void aNoThatIsSaidAgainChangesNothing() {
        ConsentState.Builder state = said(Purpose.PERSONALIZATION, ConsentStatus.DENIED, 1)
                .addFences(fence(Purpose.PERSONALIZATION, 3, 40))
                .addFences(fence(Purpose.ANALYTICS, 3, 35));

        assertThat(Consent.of(state.build()).refusedSince(BOTH, NOW)).contains(day(35));
    }

    @Test
    void aYesThatASignalOverridesIsRefusedSinceTheSignal() {
        ConsentState.Builder state = said(Purpose.PERSONALIZATION, ConsentStatus.DENIED, 400)
                .addFences(fence(Purpose.PERSONALIZATION, 3, 2))
                .addFences(fence(Purpose.ANALYTICS, 3, 400));

        assertThat(Consent.of(state.build()).refusedSince(BOTH, NOW)).contains(day(2));
    }

    @Test
    void anEarlierRefusalDoesNotCountWhenTimeHasEndedAYesSince() {
        ConsentState.Builder state = said(Purpose.PERSONALIZATION, ConsentStatus.GRANTED, 100)
                .setChangedAt(at(100))
                .addFences(fence(Purpose.PERSONALIZATION, 2, 200))
                .addFences(fence(Purpose.ANALYTICS, 3, 200));
        state.getDecisionsBuilder(0).setExpiresAt(at(5));

        assertThat(Consent.of(state.build()).refusedSince(BOTH, NOW)).contains(day(5));
    }

    @Test
    void whatWasLetInBeforeARefusalOfAllIsOfNoUseToALaterYes() {
        ConsentState.Builder state = said(Purpose.PERSONALIZATION, ConsentStatus.GRANTED, 1)
                .addFences(fence(Purpose.PERSONALIZATION, 2, 40))
                .addFences(fence(Purpose.ANALYTICS, 3, 50));
        Consent consent = Consent.of(state.build());

        assertThat(consent.uselessUpTo(BOTH, day(30), NOW)).isEqualTo(2);
        assertThat(consent.uselessUpTo(BOTH, day(45), NOW))
                .as("within the term")
                .isNegative();
        assertThat(consent.uselessUpTo(EnumSet.of(Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING), day(30), NOW))
                .as("never refused")
                .isNegative();
        assertThat(Consent.of(state.setHeldUntil(at(-1)).build()).uselessUpTo(BOTH, day(30), NOW))
                .as("held")
                .isNegative();
    }

    @Test
    void whoNeverSaidAnythingAndWhoIsBlockedAreNotJudged() {
        ConsentState.Builder blocked =
                said(Purpose.PERSONALIZATION, ConsentStatus.WITHDRAWN, 40).setSuppressed(true);

        assertThat(Consent.NONE.refusedSince(BOTH, NOW)).isEmpty();
        assertThat(Consent.of(blocked.build()).refusedSince(BOTH, NOW)).isEmpty();
    }

    @Test
    void nobodyIsJudgedBeforeTheEndOfALegalHold() {
        ConsentState.Builder held = said(Purpose.PERSONALIZATION, ConsentStatus.WITHDRAWN, 40);

        assertThat(Consent.of(held.setHeldUntil(at(-1)).build()).refusedSince(BOTH, NOW))
                .isEmpty();
        assertThat(Consent.of(held.setHeldUntil(at(0)).build()).refusedSince(BOTH, NOW))
                .contains(day(40));
    }
}
