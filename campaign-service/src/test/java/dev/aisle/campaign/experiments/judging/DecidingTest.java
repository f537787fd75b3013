package dev.aisle.campaign.experiments.judging;

import static dev.aisle.campaign.experiments.judging.AnalysisExamples.ORDERS;
import static dev.aisle.campaign.experiments.judging.AnalysisExamples.REFUNDS;
import static dev.aisle.campaign.experiments.judging.AnalysisExamples.START;
import static dev.aisle.campaign.experiments.judging.AnalysisExamples.compare;
import static dev.aisle.campaign.experiments.judging.AnalysisExamples.rule;
import static dev.aisle.campaign.experiments.judging.AnalysisExamples.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.experiment.ArmSums;
import dev.aisle.algorithms.experiment.Sums;
import dev.aisle.campaign.experiments.domain.DecisionRule.Method;
import dev.aisle.campaign.experiments.domain.MetricUse;
import dev.aisle.campaign.experiments.domain.MetricUse.Role;
import dev.aisle.campaign.experiments.judging.Decision.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecidingTest {
    private static final MetricUse GOAL = new MetricUse("conversion", Role.GOAL, 0);
    private static final MetricUse RAIL = new MetricUse("refunds", Role.GUARDRAIL, 0.1);
    private static final int MANY = 40_000;

    private static Decision decide(Method method, long planned, int n, double lift, double harm) {
        Inference inference = Inference.of(rule(method), 1, planned, 2L * n, List.of());
        return decide(method, inference, n, lift, harm, Optional.empty());
    }

    private static Decision decide(
            Method method, Inference inference, int n, double lift, double harm, Optional<Decision> earlier) {
        List<Comparison> all = List.of(
                compare(ORDERS, GOAL, yes(n, 0.1, 1), yes(n, 0.1 * (1 + lift), 2), inference),
                compare(REFUNDS, RAIL, yes(n, 0.1, 3), yes(n, 0.1 * (1 + harm), 4), inference));
        return new Deciding(rule(method), inference, START, START.plus(Duration.ofDays(10)))
                .decide(all, healthy(n), earlier);
    }

    private static Health healthy(int n) {
        List<ArmCount> arms = List.of(new ArmCount("a", "A", 0.5, n, 0), new ArmCount("early", "B", 0.5, n, 0));
        return Health.of(arms, 0, Map.of());
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void aSureGainWithItsGuardrailKeptIsShippedByEveryMethod(Method method) {
        Decision decision = decide(method, 2L * MANY, MANY, 0.3, 0);

        assertThat(decision.kind()).isEqualTo(Kind.SHIP);
        assertThat(decision.variation()).isEqualTo("early");
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void aSureLossOrABrokenGuardrailIsRolledBack(Method method) {
        assertThat(decide(method, 2L * MANY, MANY, -0.3, 0).kind()).isEqualTo(Kind.ROLL_BACK);
        assertThat(decide(method, 2L * MANY, MANY, 0.3, 0.6))
                .satisfies(one -> assertThat(one.kind()).isEqualTo(Kind.ROLL_BACK))
                .satisfies(one -> assertThat(one.because()).contains("People who give something back"));
    }

    @Test
    void aGuardrailThatIsOpenStopsShippingButOneOfWhichNothingHappenedDoesNot() {
        Inference inference = Inference.of(rule(Method.SEQUENTIAL), 1, 20_000, 8_000, List.of());
        Comparison goal = compare(ORDERS, GOAL, yes(4_000, 0.1, 1), yes(4_000, 0.15, 2), inference);
        Comparison open = compare(REFUNDS, RAIL, yes(4_000, 0.02, 3), yes(4_000, 0.02, 4), inference);
        Comparison nothing = compare(REFUNDS, RAIL, ArmSums.zeros(4_000), ArmSums.zeros(4_000), inference);
        Deciding deciding = new Deciding(rule(Method.SEQUENTIAL), inference, START, START.plus(Duration.ofDays(4)));

        Decision waits = deciding.decide(List.of(goal, open), healthy(4_000), Optional.empty());

        assertThat(waits.kind()).isEqualTo(Kind.KEEP_GOING);
        assertThat(waits.because())
                .contains("The goal is better already, but whether \"People who give something back\"");
        assertThat(deciding.decide(List.of(goal, nothing), healthy(4_000), Optional.empty())
                        .kind())
                .isEqualTo(Kind.SHIP);
    }

    @Test
    void beforeThePlannedEndAFixedTestDecidesNothingAndSaysUntilWhen() {
        Decision decision = decide(Method.FIXED, 4L * MANY, MANY, 0.3, 0);

        assertThat(decision.kind()).isEqualTo(Kind.KEEP_GOING);
        assertThat(decision.until()).isEqualTo(LocalDate.parse("2026-11-21"));
        assertThat(decision.because()).contains("50 % of the planned units");
    }

    @Test
    void anEndWithoutAFindingIsSaidAsWhatItIs() {
        assertThat(decide(Method.FIXED, 2_000, 1_000, 0.02, 0).because()).contains("no treatment is surely better");
        assertThat(decide(Method.FIXED, 800_000, 400_000, 0, 0).because()).contains("No goal differs by 5.0 % or more");
    }

    @Test
    void aGroupSequentialTestDecidesAtItsLooksOnlyAndKeepsWhatOneDecided() {
        Inference between = Inference.of(rule(Method.GROUP_SEQUENTIAL), 1, 5L * MANY, 2L * MANY, List.of(0.4));
        Decision shipped = new Decision(Kind.SHIP, "early", null, "Take it.");

        assertThat(between.decides()).isFalse();
        assertThat(decide(Method.GROUP_SEQUENTIAL, between, MANY, 0.3, 0, Optional.empty())
                        .kind())
                .isEqualTo(Kind.KEEP_GOING);
        assertThat(decide(Method.GROUP_SEQUENTIAL, between, MANY, 0.3, 0, Optional.of(shipped)))
                .isEqualTo(shipped);
    }

    @Test
    void boundariesOfPlannedLooksAreTheOnesOfTheirSpending() {
        Inference last = Inference.of(rule(Method.GROUP_SEQUENTIAL), 1, 100_000, 100_000, List.of(0.2, 0.4, 0.6, 0.8));
        Comparison one = compare(ORDERS, GOAL, yes(50_000, 0.1, 1), yes(50_000, 0.11, 2), last);

        // Lan and DeMets 1983 for five looks at even distances, two-sided 5 %.
        assertThat(one.relative().orElseThrow().boundary()).isCloseTo(2.031, within(1e-3));
    }

    @Test
    void anUnhealthyExperimentDecidesNothing() {
        List<ArmCount> arms =
                List.of(new ArmCount("a", "A", 0.5, 50_000, 0), new ArmCount("early", "B", 0.5, 52_000, 1_500));
        Map<String, List<Sums>> before =
                Map.of("Revenue", List.of(new Sums(1_000, 5_000, 50_000), new Sums(1_000, 7_000, 80_000)));
        Health health = Health.of(arms, 0, before);
        Inference inference = Inference.of(rule(Method.SEQUENTIAL), 1, 100_000, 102_000, List.of());

        Decision decision = new Deciding(rule(Method.SEQUENTIAL), inference, START, START)
                .decide(List.of(), health, Optional.empty());

        assertThat(decision.kind()).isEqualTo(Kind.UNHEALTHY);
        assertThat(decision.because()).contains("the sizes", "1.4 %", "\"Revenue\" differed");
    }

    @Test
    void noiseAloneMakesNoExperimentUnhealthy() {
        List<ArmCount> arms =
                List.of(new ArmCount("a", "A", 0.5, 10_000, 0), new ArmCount("early", "B", 0.5, 10_700, 300));

        assertThat(Health.of(arms, 0, Map.of()).problems()).hasSize(2);
        assertThat(Health.of(arms, 400, Map.of()).problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void nobodyOneUnitAndNoVarianceHaveAnswers(Method method) {
        Inference inference = Inference.of(rule(method), 1, 0, 0, List.of());
        for (ArmSums arm : List.of(ArmSums.zeros(0), ArmSums.zeros(1), ArmSums.zeros(1_000), constant(500))) {
            Comparison one = compare(ORDERS, GOAL, arm, arm, inference);

            assertThat(one.relative()).isEmpty();
            assertThat(one.standing(0.95)).isEqualTo(Comparison.Standing.OPEN);
            assertThat(Wording.of(one, inference)).contains("nothing can be said, since");
            assertThat(new Deciding(rule(method), inference, START, START)
                            .decide(List.of(one), healthy(0), Optional.empty())
                            .kind())
                    .isEqualTo(Kind.KEEP_GOING);
        }
    }

    private static ArmSums constant(long n) {
        return new ArmSums(n, (double) n, 0, 0, 0, (double) n, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
