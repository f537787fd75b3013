package dev.aisle.local.race;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JudgeTest {
    private final Judge judge = new Judge();
    private final Consenting ada = new Consenting("ada", "p1.k1.ada");

    @Test
    void whatBeganAfterTheAcknowledgedWithdrawalIsFound() {
        ada.withdrawalAcknowledged(1);

        judge.used(ada, Kind.RECOMMENDATION, ada.closed(), true);

        assertThat(judge.violations()).isEqualTo(1);
        assertThat(judge.remarks().getFirst()).contains("RECOMMENDATION", "ada");
    }

    @Test
    void whatBeganBeforeIsNone() {
        long before = ada.closed();
        ada.withdrawalAcknowledged(1);

        judge.used(ada, Kind.DECISION, before, true);

        assertThat(judge.violations()).isZero();
        assertThat(judge.usesAfterWithdrawal()).isZero();
    }

    @Test
    void whatMayHaveFollowedANewGrantIsNone() {
        ada.withdrawalAcknowledged(1);
        long before = ada.closed();
        ada.grantAsked();

        judge.used(ada, Kind.PROFILE, before, true);

        assertThat(judge.violations()).isZero();
    }

    @Test
    void anotherWithdrawalMeanwhileDoesNotMakeItOne() {
        ada.withdrawalAcknowledged(1);
        long before = ada.closed();
        ada.grantAsked();
        ada.withdrawalAcknowledged(2);

        judge.used(ada, Kind.PROFILE, before, true);

        assertThat(judge.violations()).isZero();
    }

    @Test
    void aDenialAfterTheWithdrawalIsCountedAndNoViolation() {
        ada.withdrawalAcknowledged(1);

        judge.used(ada, Kind.ADMISSION, ada.closed(), false);

        assertThat(judge.usesAfterWithdrawal()).isEqualTo(1);
        assertThat(judge.violations()).isZero();
    }

    @Test
    void oneEventTooManyInATableIsFound() {
        judge.stored(ada, Kind.FOLD, 2, 2);
        assertThat(judge.violations()).isZero();

        judge.stored(ada, Kind.FOLD, 1, 0);

        assertThat(judge.violations()).isEqualTo(1);
    }

    @Test
    void manyOfOneKindDoNotHideTheFirstOfAnother() {
        ada.withdrawalAcknowledged(1);
        for (int i = 0; i < 1_000; i++) {
            judge.used(ada, Kind.PROFILE, ada.closed(), true);
        }

        judge.used(ada, Kind.RECOMMENDATION, ada.closed(), true);

        assertThat(judge.violations()).isEqualTo(1_001);
        assertThat(judge.remarks()).hasSize(6).last().asString().startsWith("RECOMMENDATION");
    }
}
