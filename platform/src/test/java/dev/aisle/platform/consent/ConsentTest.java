package dev.aisle.platform.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.contracts.privacy.v1.PurposeFence;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsentTest {
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    @Test
    void whatWasLetInBeforeARefusalIsNotUsedAfterANewGrant() {
        Consent consent = grantedAtThree(fence(Purpose.PERSONALIZATION, 2));

        assertThat(consent.allows(Purpose.PERSONALIZATION, NOW, 1)).isFalse();
        assertThat(consent.allows(Purpose.PERSONALIZATION, NOW, 2)).isFalse();
        assertThat(consent.allows(Purpose.PERSONALIZATION, NOW, 3)).isTrue();
    }

    @Test
    void aRefusalFencesItsOwnPurposeOnly() {
        Consent consent = grantedAtThree(fence(Purpose.PERSONALIZATION, 2));

        assertThat(consent.granted(NOW, 1)).containsExactly(Purpose.ANALYTICS);
        assertThat(consent.granted(NOW, 3)).containsExactlyInAnyOrder(Purpose.ANALYTICS, Purpose.PERSONALIZATION);
    }

    @Test
    void withoutARefusalEveryVersionCounts() {
        assertThat(grantedAtThree().allows(Purpose.ANALYTICS, NOW, 0)).isTrue();
    }

    @Test
    void theHighestFenceOfAPurposeCounts() {
        Consent consent = grantedAtThree(fence(Purpose.ANALYTICS, 2), fence(Purpose.ANALYTICS, 1));

        assertThat(consent.allows(Purpose.ANALYTICS, NOW, 2)).isFalse();
    }

    private static PurposeFence fence(Purpose purpose, long version) {
        return PurposeFence.newBuilder().setPurpose(purpose).setVersion(version).build();
    }

    private static Consent grantedAtThree(PurposeFence... fences) {
        ConsentState.Builder state = ConsentState.newBuilder().setVersion(3);
        for (Purpose purpose : new Purpose[] {Purpose.ANALYTICS, Purpose.PERSONALIZATION}) {
            state.addDecisions(PurposeDecision.newBuilder().setPurpose(purpose).setStatus(ConsentStatus.GRANTED));
        }
        for (PurposeFence fence : fences) {
            state.addFences(fence);
        }
        return Consent.of(state.build());
    }
}
