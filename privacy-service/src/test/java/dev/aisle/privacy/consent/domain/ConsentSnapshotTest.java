package dev.aisle.privacy.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.ConsentReason;
import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.Purpose;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentSnapshotTest {
    private static final Instant MORNING = Instant.parse("2026-11-25T09:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-25T18:00:00Z");

    @Test
    void silenceAllowsOnlyTheNecessary() {
        for (Purpose purpose : Purpose.values()) {
            assertThat(ConsentSnapshot.NONE.decide(purpose, false).allowed()).isEqualTo(purpose == Purpose.NECESSARY);
        }
    }

    @Test
    void eachChangeIsTheNextVersion() {
        ConsentSnapshot twice = ConsentSnapshot.NONE
                .with(said(Purpose.ANALYTICS, ExplicitStatus.GRANT), MORNING)
                .with(said(Purpose.PERSONALIZATION, ExplicitStatus.GRANT), EVENING);

        assertThat(twice.version()).isEqualTo(2);
        assertThat(twice.statements())
                .containsEntry(Purpose.ANALYTICS, new Statement(ExplicitStatus.GRANT, MORNING))
                .containsEntry(Purpose.PERSONALIZATION, new Statement(ExplicitStatus.GRANT, EVENING));
    }

    @Test
    void whatIsNotMentionedStays() {
        ConsentChange first = new ConsentChange(
                "US-CA", AgeBand.ADULT, "n-1", true, "banner", Map.of(Purpose.ANALYTICS, ExplicitStatus.DENY));

        ConsentSnapshot second = ConsentSnapshot.NONE
                .with(first, MORNING)
                .with(said(Purpose.PERSONALIZATION, ExplicitStatus.GRANT), EVENING);

        assertThat(second.circumstances()).isEqualTo(new Circumstances("US-CA", AgeBand.ADULT, "n-1", true));
    }

    @Test
    void aClockThatGoesBackDoesNotReorderTheHistory() {
        ConsentSnapshot late = ConsentSnapshot.NONE.with(said(Purpose.ANALYTICS, ExplicitStatus.GRANT), EVENING);

        ConsentSnapshot next = late.with(said(Purpose.ANALYTICS, ExplicitStatus.DENY), MORNING);

        assertThat(next.changedAt()).isEqualTo(EVENING);
        assertThat(next.version()).isEqualTo(2);
    }

    @Test
    void aWithdrawalTakesBackAYes() {
        ConsentSnapshot granted = ConsentSnapshot.NONE.with(said(Purpose.ANALYTICS, ExplicitStatus.GRANT), MORNING);

        ConsentSnapshot withdrawn =
                granted.withdrawing(Purpose.ANALYTICS, EVENING).orElseThrow();

        assertThat(withdrawn.decide(Purpose.ANALYTICS, false).reason()).isEqualTo(ConsentReason.EXPLICIT_WITHDRAWN);
        assertThat(withdrawn.withdrawing(Purpose.ANALYTICS, EVENING)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void nobodyCanWithdrawTwice(Purpose purpose) {
        ConsentSnapshot denied = ConsentSnapshot.NONE.with(said(purpose, ExplicitStatus.DENY), MORNING);

        assertThat(denied.withdrawing(purpose, EVENING)).isEmpty();
    }

    @Test
    void ofUnknownAgeMeansNoSaleAndNoAdsAcrossSites() {
        ConsentSnapshot granted = ConsentSnapshot.NONE
                .with(said(Purpose.SALE_SHARE, ExplicitStatus.GRANT), MORNING)
                .with(said(Purpose.PERSONALIZATION, ExplicitStatus.GRANT), MORNING);

        assertThat(granted.decide(Purpose.SALE_SHARE, false).reason()).isEqualTo(ConsentReason.MINOR_NO_ADS);
        assertThat(granted.decide(Purpose.PERSONALIZATION, false).allowed()).isTrue();
    }

    @Test
    void theOrderOfTheDecisionsDoesNotChangeAChange() {
        ConsentChange one = new ConsentChange(
                null,
                null,
                null,
                null,
                "banner",
                Map.of(Purpose.ANALYTICS, ExplicitStatus.GRANT, Purpose.SALE_SHARE, ExplicitStatus.DENY));
        ConsentChange other = new ConsentChange(
                null,
                null,
                null,
                null,
                "banner",
                Map.of(Purpose.SALE_SHARE, ExplicitStatus.DENY, Purpose.ANALYTICS, ExplicitStatus.GRANT));

        assertThat(one.canonical()).isEqualTo(other.canonical());
        assertThat(said(Purpose.ANALYTICS, ExplicitStatus.GRANT).canonical()).isNotEqualTo(one.canonical());
    }

    private static ConsentChange said(Purpose purpose, ExplicitStatus status) {
        return new ConsentChange(null, null, null, null, "banner", Map.of(purpose, status));
    }
}
