package dev.aisle.privacy.consent.versions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.ConsentReason;
import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.GppSignal;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.privacy.consent.notices.Notice;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentSnapshotTest {
    private static final ConsentRules RULES = ConsentRules.builtIn();
    private static final Instant MORNING = Instant.parse("2026-11-25T09:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-25T18:00:00Z");

    @Test
    void silenceAllowsOnlyTheNecessary() {
        for (Purpose purpose : Purpose.values()) {
            assertThat(ConsentSnapshot.NONE
                            .decide(RULES, purpose, false, EVENING)
                            .allowed())
                    .isEqualTo(purpose == Purpose.NECESSARY);
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
    void twoWhoTurnOutToBeOnePersonAreRefusedWhatEitherWasRefused() {
        Circumstances some = signalled(
                AgeBand.ADULT,
                new Signals.Tcf(Set.of(1, 2), EVENING),
                new Signals.Gpp(false, Map.of(Purpose.SALE_SHARE, GppSignal.NOT_OPTED_OUT), null));
        Circumstances others = signalled(
                AgeBand.TEEN,
                new Signals.Tcf(Set.of(2, 3), MORNING),
                new Signals.Gpp(false, Map.of(Purpose.SALE_SHARE, GppSignal.OPTED_OUT), AgeBand.CHILD));

        assertThat(some.joinedWith(others)).isEqualTo(others.joinedWith(some)).satisfies(both -> {
            assertThat(both.ageBand()).isEqualTo(AgeBand.TEEN);
            assertThat(both.decidingAgeBand()).isEqualTo(AgeBand.CHILD);
            assertThat(both.signals().tcf()).isEqualTo(new Signals.Tcf(Set.of(2), MORNING));
            assertThat(both.signals().gppOf(Purpose.SALE_SHARE)).isEqualTo(GppSignal.OPTED_OUT);
        });
    }

    private static Circumstances signalled(AgeBand age, Signals.Tcf tcf, Signals.Gpp gpp) {
        return new Circumstances("US-CA", age, "1", false, new Signals(tcf, gpp), Set.of());
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

        assertThat(withdrawn.decide(RULES, Purpose.ANALYTICS, false, EVENING).reason())
                .isEqualTo(ConsentReason.EXPLICIT_WITHDRAWN);
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

        assertThat(granted.decide(RULES, Purpose.SALE_SHARE, false, EVENING).reason())
                .isEqualTo(ConsentReason.MINOR_NO_ADS);
        assertThat(granted.decide(RULES, Purpose.PERSONALIZATION, false, EVENING)
                        .allowed())
                .isTrue();
    }

    @Test
    void globalPrivacyControlStaysWhateverALaterCallSaysOfIt() {
        ConsentSnapshot optedOut = ConsentSnapshot.NONE.with(withGpc(true, "banner", ExplicitStatus.GRANT), MORNING);

        for (Boolean later : Arrays.asList(null, false, true)) {
            ConsentSnapshot next = optedOut.with(withGpc(later, "banner", ExplicitStatus.GRANT), EVENING);
            assertThat(next.circumstances().gpc()).isTrue();
            assertThat(next.decide(RULES, Purpose.SALE_SHARE, false, EVENING).reason())
                    .isEqualTo(ConsentReason.GPC);
        }
    }

    @Test
    void onlyALaterYesThatNamesTheSignalCountsAgainstItAndForItsPurposeAlone() {
        ConsentSnapshot optedOut = ConsentSnapshot.NONE
                .with(withGpc(true, "banner", ExplicitStatus.GRANT), MORNING)
                .with(said(Purpose.ADS_TARGETED, ExplicitStatus.GRANT), MORNING);

        ConsentSnapshot asked =
                optedOut.with(withGpc(true, ConsentChange.DESPITE_GPC, ExplicitStatus.GRANT_DESPITE_GPC), EVENING);

        assertThat(asked.decide(RULES, Purpose.SALE_SHARE, true, EVENING).reason())
                .isEqualTo(ConsentReason.EXPLICIT_GRANT);
        assertThat(asked.decide(RULES, Purpose.ADS_TARGETED, false, EVENING).reason())
                .isEqualTo(ConsentReason.GPC);
        assertThat(asked.withdrawing(Purpose.SALE_SHARE, EVENING)
                        .orElseThrow()
                        .decide(RULES, Purpose.SALE_SHARE, false, EVENING)
                        .reason())
                .isEqualTo(ConsentReason.EXPLICIT_WITHDRAWN);
    }

    @Test
    void aYesDespiteASignalThatNobodySentDoesNotCountAgainstALaterOne() {
        ConsentSnapshot before = ConsentSnapshot.NONE.with(
                withGpc(null, ConsentChange.DESPITE_GPC, ExplicitStatus.GRANT_DESPITE_GPC), MORNING);

        ConsentSnapshot optedOut = before.with(withGpc(true, "banner", ExplicitStatus.GRANT), EVENING);

        assertThat(before.statements().get(Purpose.SALE_SHARE).status()).isEqualTo(ExplicitStatus.GRANT);
        assertThat(optedOut.decide(RULES, Purpose.SALE_SHARE, false, EVENING).reason())
                .isEqualTo(ConsentReason.GPC);
    }

    private static ConsentChange withGpc(@Nullable Boolean gpc, String method, ExplicitStatus sale) {
        return new ConsentChange("US-CA", AgeBand.ADULT, null, gpc, method, Map.of(Purpose.SALE_SHARE, sale));
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

    @Test
    void whoMovesIsAllowedWhatBothPlacesAllowAndComesBackWithNoMore() {
        ConsentSnapshot californian = ConsentSnapshot.NONE.with(livingIn("US-CA"), MORNING);
        ConsentSnapshot european = californian.with(livingIn("EU"), MORNING);
        ConsentSnapshot back = european.with(livingIn("US-CA"), EVENING);

        assertThat(californian.decide(RULES, Purpose.ANALYTICS, false, EVENING).allowed())
                .isTrue();
        assertThat(european.decide(RULES, Purpose.ANALYTICS, false, EVENING).allowed())
                .isFalse();
        assertThat(back.decide(RULES, Purpose.ANALYTICS, false, EVENING).allowed())
                .isFalse();
        assertThat(back.circumstances().earlierJurisdictions()).containsExactly("EU");
        assertThat(back.with(said(Purpose.ANALYTICS, ExplicitStatus.GRANT), EVENING)
                        .decide(RULES, Purpose.ANALYTICS, false, EVENING)
                        .allowed())
                .isTrue();
    }

    @Test
    void aYesIsOverWhenItsNoticeSaysSoAndSilenceDoesNotRenewIt() {
        Notice yearly = new Notice("2", "en", "", Period.ofYears(1), MORNING);
        ConsentSnapshot granted =
                ConsentSnapshot.NONE.with(said(Purpose.ANALYTICS, ExplicitStatus.GRANT), MORNING, yearly);
        Instant yearLater = Instant.parse("2027-11-25T09:00:00Z");

        ConsentSnapshot later = granted.with(said(Purpose.PERSONALIZATION, ExplicitStatus.GRANT), EVENING, yearly);

        assertThat(later.decide(RULES, Purpose.ANALYTICS, false, yearLater.minusSeconds(1))
                        .allowed())
                .isTrue();
        assertThat(later.decide(RULES, Purpose.ANALYTICS, false, yearLater).reason())
                .isEqualTo(ConsentReason.EXPIRED);
    }

    @Test
    void anInvalidatedNoticeEndsTheYesesAfterItAndNoOthers() {
        Notice first = new Notice("1", "en", "", null, MORNING);
        ConsentSnapshot granted = ConsentSnapshot.NONE
                .with(said(Purpose.ANALYTICS, ExplicitStatus.GRANT), MORNING, first)
                .with(said(Purpose.PERSONALIZATION, ExplicitStatus.GRANT), MORNING, first)
                .with(said(Purpose.SALE_SHARE, ExplicitStatus.DENY), MORNING, first);
        Map<Purpose, Set<String>> invalidated = Map.of(Purpose.ANALYTICS, Set.of("1"), Purpose.SALE_SHARE, Set.of("1"));

        ConsentSnapshot after = granted.invalidating(invalidated, EVENING).orElseThrow();

        assertThat(after.statements().get(Purpose.ANALYTICS).status()).isEqualTo(ExplicitStatus.EXPIRED);
        assertThat(after.statements().get(Purpose.PERSONALIZATION).status()).isEqualTo(ExplicitStatus.GRANT);
        assertThat(after.statements().get(Purpose.SALE_SHARE).status()).isEqualTo(ExplicitStatus.DENY);
        assertThat(after.invalidating(invalidated, EVENING)).isEmpty();
    }

    @Test
    void aKnownChildIsAChildWhateverAgeWasStated() {
        Signals child = new Signals(null, new Signals.Gpp(false, Map.of(), AgeBand.CHILD));
        ConsentChange change = new ConsentChange(
                "US-CA", AgeBand.ADULT, null, null, "banner", Map.of(Purpose.ANALYTICS, ExplicitStatus.GRANT), child);

        assertThat(ConsentSnapshot.NONE
                        .with(change, MORNING)
                        .decide(RULES, Purpose.ANALYTICS, false, EVENING)
                        .reason())
                .isEqualTo(ConsentReason.MINOR_PARENTAL_CONSENT_REQUIRED);
    }

    @Test
    void aChangeWithoutStringsLeavesWhatEarlierOnesSaid() {
        Signals signals = new Signals(new Signals.Tcf(Set.of(1, 8, 9), EVENING.plusSeconds(1)), Signals.Gpp.MALFORMED);
        ConsentSnapshot first = ConsentSnapshot.NONE.with(
                new ConsentChange("EU", AgeBand.ADULT, null, null, "banner", Map.of(), signals), MORNING);

        ConsentSnapshot second = first.with(said(Purpose.MARKETING_EMAIL, ExplicitStatus.GRANT), EVENING);

        assertThat(second.circumstances().signals()).isEqualTo(signals);
        assertThat(second.decide(RULES, Purpose.ANALYTICS, false, EVENING).reason())
                .isEqualTo(ConsentReason.TCF_GRANT);
        assertThat(second.decide(RULES, Purpose.ANALYTICS, false, EVENING.plusSeconds(1))
                        .reason())
                .isEqualTo(ConsentReason.JURISDICTION_DEFAULT_OPT_IN);
    }

    private static ConsentChange livingIn(String jurisdiction) {
        return new ConsentChange(jurisdiction, AgeBand.ADULT, null, null, "banner", Map.of());
    }
}
