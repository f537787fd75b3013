package dev.aisle.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.local.chaos.Findings;
import dev.aisle.local.chaos.Ledger;
import dev.aisle.platform.stored.Deviation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each checker proves itself on the violation that it is there for, put into a run that is clean otherwise. */
class PromisesTest {
    private static final Deliveries RIGHT_MESSAGES = new Deliveries(9, 9, 10, 10, 9, 1, 0);
    private static final SpentBudget RIGHT_BUDGET = new SpentBudget(2_499, 500, 12, 4, 2_000, 0);
    private static final Fault FAULT = new Fault(FaultKind.HANG, "broker", Duration.ofSeconds(7));
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(60));
    private static final Recovery RECOVERED = new Recovery(FAULT, 59.9, List.of());

    @Test
    void aCleanRunHasNothingToSay() {
        assertThat(report(events(), RIGHT_MESSAGES, 0, RIGHT_BUDGET, RECOVERED).violations())
                .isEmpty();
    }

    @Test
    void anEventThatWasAcknowledgedAndNeverCameIsFound() {
        var ledger = new Ledger(1);
        ledger.acknowledged(0, 0, 2);
        ledger.arrived(0, 0, 1);

        assertThat(report(ledger.findings(), RIGHT_MESSAGES, 0, RIGHT_BUDGET, RECOVERED)
                        .violations())
                .contains("person 0, number 1 never came");
    }

    @Test
    void anEventThatCameTwiceIsFound() {
        var ledger = new Ledger(1);
        ledger.acknowledged(0, 0, 1);
        ledger.arrived(0, 0, 1);
        ledger.arrived(0, 0, 2);

        assertThat(report(ledger.findings(), RIGHT_MESSAGES, 0, RIGHT_BUDGET, RECOVERED)
                        .violations())
                .contains("person 0, number 0 came twice");
    }

    @Test
    void aMessageThatTheMailServerTookTwiceIsFound() {
        assertThat(new Deliveries(10, 9, 10, 10, 9, 1, 0).violations()).containsExactly("1 messages were sent twice");
    }

    @Test
    void aMessageThatNobodyOccasionedIsFound() {
        assertThat(new Deliveries(11, 11, 10, 10, 10, 0, 0).violations()).hasSize(1);
        assertThat(new Deliveries(9, 9, 11, 10, 9, 0, 0).violations()).hasSize(1);
    }

    @Test
    void anOrderThatWasAcknowledgedAndLedToNothingIsFound() {
        assertThat(new Deliveries(9, 9, 9, 10, 9, 0, 0).violations())
                .containsExactly("1 orders were acknowledged and nothing began");
        assertThat(new Deliveries(9, 9, 10, 10, 9, 0, 1).violations())
                .containsExactly("1 messages are still under way");
    }

    @Test
    void aMessageThatIsCalledDeliveredAndNeverLeftIsFound() {
        assertThat(new Deliveries(8, 8, 10, 10, 9, 1, 0).violations()).hasSize(1);
    }

    @Test
    void aUseAfterAWithdrawalIsFound() {
        assertThat(report(events(), RIGHT_MESSAGES, 1, RIGHT_BUDGET, RECOVERED).violations())
                .containsExactly("1 uses after an acknowledged withdrawal", "RECOMMENDATION of a");
    }

    @Test
    void anOverspentBudgetIsFound() {
        assertThat(new SpentBudget(2_499, 500, 12, 5, 2_500, 0).violations()).hasSize(2);
        assertThat(new SpentBudget(2_499, 500, 12, 4, 2_000, 500).violations()).hasSize(1);
    }

    @Test
    void aRowThatDeviatesIsFound() {
        var missing =
                new Deviation("recommender.interaction", Deviation.Kind.MISSING, "n-1-2", "product tea", Instant.EPOCH);

        assertThat(new StormReport(
                                1,
                                10,
                                List.of(RECOVERED),
                                events(),
                                0,
                                RIGHT_MESSAGES,
                                100,
                                0,
                                List.of(),
                                RIGHT_BUDGET,
                                List.of(missing),
                                LIMITS)
                        .violations())
                .containsExactly(
                        "recommender.interaction: rows missing: 1",
                        "recommender.interaction of n-1-2 is missing: product tea");
    }

    @Test
    void aRunInWhichNothingWasAcknowledgedIsNoCleanRun() {
        var nothing = new StormReport(
                1,
                10,
                List.of(),
                new Ledger(1).findings(),
                0,
                new Deliveries(0, 0, 0, 0, 0, 0, 0),
                0,
                0,
                List.of(),
                new SpentBudget(2_499, 500, 0, 0, 0, 0),
                List.of(),
                LIMITS);

        assertThat(nothing.violations()).hasSize(4).allMatch(words -> words.contains("no"));
        assertThat(new Ledger(1).findings().clean()).isFalse();
    }

    @Test
    void limitsAreMultiplesOfWhatTheMachineTookAndNeverShorterThanAPageWaits() {
        assertThat(Limits.of(Duration.ofMillis(40), Duration.ofSeconds(9)))
                .isEqualTo(new Limits(Duration.ofSeconds(2), Duration.ofSeconds(60)));
        assertThat(Limits.of(Duration.ofMillis(900), Duration.ofSeconds(50)))
                .isEqualTo(new Limits(Duration.ofMillis(4_500), Duration.ofSeconds(200)));
    }

    @Test
    void aRecoveryThatTakesAMinuteOrNeverComesIsFound() {
        assertThat(Recovery.violations(List.of(RECOVERED, new Recovery(FAULT, 60, List.of())), LIMITS))
                .containsExactly("broker hangs for 7 s: recovered after 60 s only");
        assertThat(Recovery.violations(
                        List.of(new Recovery(FAULT, 60, List.of())),
                        new Limits(Duration.ofSeconds(2), Duration.ofSeconds(90))))
                .isEmpty();
        assertThat(Recovery.violations(List.of(new Recovery(FAULT, 150, List.of("lists (503)"))), LIMITS))
                .containsExactly("broker hangs for 7 s: after 150 s still without lists (503)");
    }

    private static Findings events() {
        var ledger = new Ledger(1);
        ledger.acknowledged(0, 0, 1);
        ledger.arrived(0, 0, 1);
        return ledger.findings();
    }

    private static StormReport report(
            Findings events, Deliveries messages, long wrong, SpentBudget budget, Recovery recovery) {
        var remarks = wrong == 0 ? List.<String>of() : List.of("RECOMMENDATION of a");
        return new StormReport(
                1, 10, List.of(recovery), events, 0, messages, 100, wrong, remarks, budget, List.of(), LIMITS);
    }
}
