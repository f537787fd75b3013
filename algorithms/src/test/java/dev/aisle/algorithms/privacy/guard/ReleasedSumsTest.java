package dev.aisle.algorithms.privacy.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.experiment.MeanDifference;
import dev.aisle.algorithms.experiment.Sums;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReleasedSumsTest {
    private static final double NEARLY_NONE = 1e-9;

    @Test
    void withoutNoiseYesAndNoHaveTheirOwnVariance() {
        Sums sums = ReleasedSums.of(new NoisedFigure(400, NEARLY_NONE), new NoisedFigure(120, NEARLY_NONE));

        assertThat(sums.mean()).isCloseTo(0.3, within(1e-9));
        assertThat(sums.variance()).isCloseTo(0.21, within(1e-6));
    }

    @Test
    void theBalanceOfPraiseAndBlameHasTheVarianceOfItsParts() {
        Sums sums = ReleasedSums.balance(
                new NoisedFigure(400, NEARLY_NONE),
                new NoisedFigure(100, NEARLY_NONE),
                new NoisedFigure(20, NEARLY_NONE));

        assertThat(sums.mean()).isCloseTo(0.2, within(1e-9));
        assertThat(sums.variance()).isCloseTo(0.3 - 0.04, within(1e-6));
    }

    @Test
    void ofNobodyThereAreNoSums() {
        assertThat(ReleasedSums.of(new NoisedFigure(0, 20), new NoisedFigure(35, 20)))
                .isEqualTo(Sums.NONE);
    }

    /** Sampling and noise together: the interval of 95 % misses the true difference in no more than 5 of 100 reports. */
    @Test
    void intervalsHoldWithTheNoiseInThem() {
        SplittableRandom random = new SplittableRandom(28);
        double held = 0;
        int reports = 2_000;
        for (int i = 0; i < reports; i++) {
            Sums treated = released(random, 2_000, 0.3, "t" + i);
            Sums control = released(random, 1_000, 0.2, "c" + i);
            Estimate interval = MeanDifference.of(treated, control).interval(0.95);
            held += interval.low() <= 0.1 && interval.high() >= 0.1 ? 1 : 0;
        }

        assertThat(held / reports).isBetween(0.94, 0.97);
    }

    private static Sums released(SplittableRandom random, int people, double rate, String text) {
        long ordered = random.doubles(people).filter(one -> one < rate).count();
        Question question = new Question(text, List.of(Figure.people(people), Figure.people(ordered)), 5);
        QuestionGuard guard = new QuestionGuard(GuardLevel.DEFAULT, new MemoryReleases(), random);
        Answer.Shown shown = (Answer.Shown) guard.ask("reader", question, Instant.EPOCH);
        return ReleasedSums.of(shown.figures().get(0), shown.figures().get(1));
    }
}
