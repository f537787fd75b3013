package dev.aisle.recommender.models.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.models.domain.Learning;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.Learning.Span;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import dev.aisle.recommender.models.gate.GateResult.Basis;
import dev.aisle.recommender.models.gate.GateResult.Verdict;
import dev.aisle.recommender.models.gate.TriedPlaces.Tried;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People with teas take teas; chance put any of twenty products before them. */
class ByTheLogTest {
    private static final TrainedModel GOOD = fit(SmallShop.interactions(400).build());
    private static final TrainedModel OF_ANYBODY = fit(random());
    private static final GateResult GATE = GateResult.passed(Basis.UNSEEN, "As good.");
    private static final ByTheLog RULE = new ByTheLog(0.05, 100);

    private static TrainedModel fit(TrainingSet set) {
        return new Learning()
                .fit(
                        set,
                        Long.MAX_VALUE,
                        new Name("v", Instant.EPOCH),
                        new TrainingProgress(),
                        new Span("fitting", 0, 1));
    }

    private static TrainingSet random() {
        SplittableRandom random = new SplittableRandom(3);
        TrainingSetBuilder rows = new TrainingSetBuilder();
        for (int person = 0; person < 400; person++) {
            for (int n = 0; n < 9; n++) {
                rows.add("u" + person, product(random), "b" + n / 3, 5, n);
            }
        }
        return rows.build();
    }

    private static String product(SplittableRandom random) {
        return (random.nextBoolean() ? "t" : "b") + random.nextInt(10);
    }

    private static List<Tried> places(int size) {
        SplittableRandom random = new SplittableRandom(11);
        return IntStream.range(0, size)
                .mapToObj(n -> {
                    String shown = product(random);
                    boolean liked = random.nextDouble() < (shown.startsWith("t") ? 0.3 : 0.02);
                    return new Tried("l" + n, List.of("t1", "t2", "t3"), 5, shown, 1 / 20.0, liked);
                })
                .toList();
    }

    @Test
    void whatPeopleTakeMoreOftenPassesAndSaysWhy() {
        GateResult gate = RULE.judge(GATE, GOOD, OF_ANYBODY, places(2_000));

        assertThat(gate.verdict()).as(gate.explanation()).isEqualTo(Verdict.PASSED);
        assertThat(gate.basis()).isEqualTo(Basis.UNSEEN);
        assertThat(gate.explanation()).startsWith("As good. By the log, 0.");
    }

    @Test
    void whatPeopleTakeMoreRarelyIsRefused() {
        GateResult gate = RULE.judge(GATE, OF_ANYBODY, GOOD, places(2_000));

        assertThat(gate.verdict()).as(gate.explanation()).isEqualTo(Verdict.REFUSED);
        assertThat(gate.basis()).isEqualTo(Basis.OFF_POLICY);
    }

    @Test
    void theSameModelIsAsGood() {
        assertThat(RULE.judge(GATE, GOOD, GOOD, places(2_000)).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void withoutChanceInTheLogNobodyCanBeJudgedByIt() {
        GateResult none = RULE.judge(GATE, GOOD, OF_ANYBODY, List.of());
        GateResult few = RULE.judge(GATE, GOOD, OF_ANYBODY, places(60));

        assertThat(none.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(none.explanation()).contains("no randomised part in the log", "exploration-share");
        assertThat(few.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(few.explanation()).contains("it takes 100");
    }
}
