package dev.aisle.recommender.models.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.recommender.models.gate.GateResult.Basis;
import dev.aisle.recommender.models.gate.GateResult.Comparison;
import dev.aisle.recommender.models.gate.GateResult.Verdict;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NonInferiorityTest {
    private static final NonInferiority RULE = new NonInferiority(0.05);

    @Test
    void theSameValuesPassWithoutAnyDifference() {
        double[] values = values(500, 0);

        GateResult gate = RULE.judge(Basis.UNSEEN, "ndcg@20", values, values);

        assertThat(gate.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(gate.comparison())
                .extracting(Comparison::low, Comparison::high)
                .containsExactly(0.0, 0.0);
        assertThat(gate.people()).isEqualTo(500);
    }

    @Test
    void whatIsWorseByMoreThanTheMarginIsRefusedWithItsFigures() {
        double[] serving = values(500, 0);
        double[] worse = Arrays.stream(serving).map(value -> value * 0.8).toArray();

        GateResult gate = RULE.judge(Basis.UNSEEN, "ndcg@20", worse, serving);

        assertThat(gate.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(gate.explanation()).contains("ndcg@20", "over 500 people", "worse");
        Comparison found = gate.comparison();
        assertThat(found.difference()).isCloseTo(found.candidate() - found.serving(), within(1e-12));
        assertThat(found.high()).isLessThan(-found.margin());
    }

    @Test
    void aSmallProvenLossWithinTheMarginPasses() {
        double[] serving = values(500, 0);
        double[] alittle = Arrays.stream(serving).map(value -> value * 0.98).toArray();

        assertThat(RULE.judge(Basis.UNSEEN, "ndcg@20", alittle, serving).verdict())
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void aFewPeopleWhoDifferMuchDecideNothing() {
        GateResult gate = RULE.judge(
                Basis.REFIT, "ndcg@20", new double[] {1, 0, 0.5, 0, 1, 0}, new double[] {0, 1, 0.5, 1, 0, 0.4});

        assertThat(gate.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Property(tries = 50)
    void theIntervalHoldsTheDifferenceAndTheVerdictFollowsFromIt(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int people) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] candidate = random.doubles(people).toArray();
        double[] serving = random.doubles(people).toArray();

        GateResult gate = RULE.judge(Basis.UNSEEN, "ndcg@20", candidate, serving);

        Comparison found = gate.comparison();
        assertThat(found.low()).isLessThanOrEqualTo(found.difference() + 1e-12);
        assertThat(found.high()).isGreaterThanOrEqualTo(found.difference() - 1e-12);
        assertThat(gate.verdict() == Verdict.PASSED).isEqualTo(found.low() >= -found.margin());
        assertThat(gate.verdict() == Verdict.REFUSED).isEqualTo(found.high() < -found.margin());
    }

    private static double[] values(int people, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(people, 0.1, 0.5).toArray();
    }
}
