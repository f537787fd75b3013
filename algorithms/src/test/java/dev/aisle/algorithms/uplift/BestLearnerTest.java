package dev.aisle.algorithms.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.customers.Estimate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BestLearnerTest {
    private static final BaseLearner BASE = new LeastSquares(1);

    /** One buys with 0.3, and with the offer by as much more as the feature says. */
    private static Trial trial(int people, double slope, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] features = new double[people][];
        boolean[] treated = new boolean[people];
        double[] outcome = new double[people];
        for (int n = 0; n < people; n++) {
            double moved = random.nextInt(2);
            features[n] = new double[] {moved, random.nextDouble()};
            treated[n] = random.nextBoolean();
            outcome[n] = random.nextDouble() < 0.3 + (treated[n] ? slope * moved : 0) ? 1 : 0;
        }
        return new Trial(features, treated, outcome);
    }

    @Test
    void whoIsMovedIsRankedFirstAndTheIntervalSaysSo() {
        Trial trial = trial(4_000, 0.4, 1);

        BestLearner best = BestLearner.of(trial, BASE, 5, 1);
        double[] ranks = CrossFit.of(trial, 5, 2)
                .ranks(part -> BestLearner.of(part, BASE, 2, 1).uplift());
        Estimate gain = RankingGain.of(ranks, trial, 200, 1);

        assertThat(best.uplift().of(new double[] {1, 0.5})).isCloseTo(0.4, within(0.08));
        assertThat(best.uplift().of(new double[] {0, 0.5})).isCloseTo(0, within(0.08));
        // Half of the people give .4 each: the curve rises to .2 at one half and stays, a triangle of .05 over the
        // line.
        assertThat(gain.value()).isCloseTo(0.05, within(0.015));
        assertThat(gain.low()).isPositive();
    }

    @Test
    void whereNothingTellsPeopleApartTheIntervalSeldomClaimsIt() {
        long claimed = java.util.stream.LongStream.range(0, 60)
                .filter(seed -> {
                    Trial trial = trial(600, 0, seed);
                    double[] ranks = CrossFit.of(trial, 5, seed)
                            .ranks(part -> BestLearner.of(part, BASE, 2, 1).uplift());
                    return RankingGain.of(ranks, trial, 100, seed).low() > 0;
                })
                .count();

        // One tail of 95 %: 1.5 of 60 expected.
        assertThat(claimed).isLessThanOrEqualTo(6);
    }

    @Test
    void crossFittedScoresFindTheSameEffectAsTheArms() {
        Trial trial = trial(4_000, 0.4, 3);

        BaseLearner.Prediction uplift = CrossFit.of(trial, 5, 1).doublyRobust(BASE);

        double mean = Arrays.stream(trial.features())
                .mapToDouble(uplift::of)
                .average()
                .orElse(0);
        assertThat(mean).isCloseTo(AverageEffect.of(trial).effect(), within(0.01));
    }

    @Test
    void tooFewPeopleForTheFoldsAreRefused() {
        Trial few = trial(12, 0.4, 1);

        assertThatThrownBy(() -> CrossFit.of(few, 5, 1)).hasMessageStartingWith("treatment: expected at least two");
    }

    @Test
    void aPopulationThatMovedHasAHighIndexAndTheSameOneALowOne() {
        SplittableRandom random = new SplittableRandom(4);
        double[] then = random.doubles(5_000).toArray();
        PopulationStability stability = PopulationStability.of(then);

        assertThat(stability.index(random.doubles(5_000).toArray())).isLessThan(0.02);
        assertThat(stability.index(random.doubles(5_000, 0.4, 1.4).toArray())).isGreaterThan(0.25);
        assertThat(PopulationStability.of(new double[] {1, 1, 1}).index(new double[] {1, 1}))
                .isZero();
        assertThat(stability.index(new double[0])).isZero();
    }
}
