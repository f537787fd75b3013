package dev.aisle.algorithms.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.uplift.BaseLearner.Prediction;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class UpliftTest {
    private static final LeastSquares BASE = new LeastSquares(0);

    /** A purchase is likelier with a high second feature, whoever gets an offer; the offer moves people with a high first one only. */
    private static Trial shop(long seed, int people) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] features = new double[people][];
        boolean[] treated = new boolean[people];
        double[] outcome = new double[people];
        for (int n = 0; n < people; n++) {
            features[n] = new double[] {random.nextDouble(), random.nextDouble()};
            treated[n] = random.nextDouble() < 0.3;
            double chance = 0.1 + 0.3 * features[n][1] + (treated[n] ? effect(features[n]) : 0);
            outcome[n] = random.nextDouble() < chance ? 1 : 0;
        }
        return new Trial(features, treated, outcome);
    }

    private static double effect(double[] features) {
        return -0.1 + 0.6 * features[0];
    }

    private static double[] scores(Prediction uplift, Trial trial) {
        double[] scores = new double[trial.people()];
        for (int n = 0; n < scores.length; n++) {
            scores[n] = uplift.of(trial.features()[n]);
        }
        return scores;
    }

    @Property(tries = 10)
    void everyLearnerThatTellsPeopleApartFindsTheEffectOfEach(@ForAll long seed) {
        Trial trial = shop(seed, 20_000);

        for (UpliftLearner learner : UpliftLearner.values()) {
            if (learner != UpliftLearner.S) {
                Prediction uplift = learner.fit(trial, BASE);
                for (double[] person : new double[][] {{0, 0.5}, {0.5, 0.1}, {0.5, 0.9}, {1, 0.5}}) {
                    assertThat(uplift.of(person)).as(learner.name()).isCloseTo(effect(person), within(0.1));
                }
            }
        }
    }

    @Property(tries = 10)
    void aLinearSLearnerFindsTheAverageOnly(@ForAll long seed) {
        Prediction uplift = UpliftLearner.S.fit(shop(seed, 20_000), BASE);

        assertThat(uplift.of(new double[] {0, 0})).isCloseTo(0.2, within(0.04));
        assertThat(uplift.of(new double[] {1, 1})).isEqualTo(uplift.of(new double[] {0, 0}), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "S")
    void aRankingByUpliftIsBetterThanOneByResponse(UpliftLearner learner) {
        Trial learned = shop(1, 20_000);
        Trial unseen = shop(2, 20_000);

        UpliftQuality uplift = UpliftQuality.of(scores(learner.fit(learned, BASE), unseen), unseen);
        UpliftQuality response =
                UpliftQuality.of(scores(BASE.fit(learned.features(), learned.outcome()), unseen), unseen);

        assertThat(uplift.qiniAuc()).isGreaterThan(response.qiniAuc()).isPositive();
        assertThat(uplift.deciles().getFirst().uplift()).isGreaterThan(0.25);
        assertThat(uplift.deciles().getLast().uplift()).isLessThan(0.1);
    }

    @Property(tries = 50)
    void noRankingPassesThePerfectOne(@ForAll long seed) {
        Trial trial = shop(seed, 200);
        SplittableRandom random = new SplittableRandom(seed);
        double[] scores = random.doubles(200).toArray();

        UpliftQuality quality = UpliftQuality.of(scores, trial);

        assertThat(quality.qiniAuc()).isLessThanOrEqualTo(1);
        assertThat(quality.deciles().stream()
                        .mapToInt(UpliftQuality.Decile::people)
                        .sum())
                .isEqualTo(200);
    }

    @Test
    void anAmountHasNoNormalisedArea() {
        Trial trial = new Trial(
                new double[][] {{1}, {2}, {3}, {4}}, new boolean[] {true, false, true, false}, new double[] {9, 2, 3, 4
                });

        UpliftQuality quality = UpliftQuality.of(new double[] {4, 3, 2, 1}, trial);

        assertThat(quality.qiniAuc()).isNaN();
        assertThat(quality.qiniArea()).isFinite();
    }

    @Test
    void aFeatureThatSaysTheSameAsAnotherIsRefusedAndARidgeTakesIt() {
        double[][] twice = {{1, 2}, {2, 4}, {3, 6}, {5, 10}};
        double[] outcome = {1, 2, 3, 5};

        assertThatThrownBy(() -> BASE.fit(twice, outcome)).hasMessageContaining("features: one says the same");
        assertThat(new LeastSquares(1e-6).fit(twice, outcome).of(new double[] {4, 8}))
                .isCloseTo(4, within(1e-3));
    }

    @Test
    void aTrialWithoutAComparisonIsNone() {
        assertThatThrownBy(() -> new Trial(new double[2][0], new boolean[] {true, true}, new double[2]))
                .hasMessageContaining("treatment");
    }
}
