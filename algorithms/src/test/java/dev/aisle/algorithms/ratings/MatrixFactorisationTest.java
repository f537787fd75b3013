package dev.aisle.algorithms.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import dev.aisle.algorithms.recommend.Progress;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class MatrixFactorisationTest {
    private static final double STEP = 1e-5;

    private static Interactions ratings(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        InteractionsBuilder ratings = Interactions.collect(20, 15);
        for (int user = 0; user < 20; user++) {
            for (int item = 0; item < 15; item++) {
                if (random.nextInt(3) == 0) {
                    ratings.add(user, item, 1 + random.nextInt(5));
                }
            }
        }
        return ratings.build();
    }

    private static MatrixFactorisation with(double regularisation, boolean biases, long seed) {
        return new MatrixFactorisation(3, 30, 0.02, regularisation, biases, seed);
    }

    @Property(tries = 50)
    void theGradientsAreThoseOfTheObjective(
            @ForAll long seed, @ForAll @DoubleRange(max = 0.5) double lambda, @ForAll boolean biases) {
        Interactions ratings = ratings(seed);
        MatrixFactorisation parameters = with(lambda, biases, seed);
        Factors factors = Factors.random(parameters, ratings);
        Descent descent = new Descent(factors, ratings, parameters);

        for (int f = 0; f < 3; f++) {
            assertThat(descent.gradientOfUser(4)[f]).isCloseTo(numeric(descent, factors.users()[4], f), within(1e-4));
            assertThat(descent.gradientOfItem(6)[f]).isCloseTo(numeric(descent, factors.items()[6], f), within(1e-4));
        }
    }

    @Test
    void whoRatedNothingAndWhatNobodyRatedArePredictedByTheOthersLevel() {
        InteractionsBuilder ratings = Interactions.collect(4, 4);
        ratings.add(0, 0, 5);
        ratings.add(0, 1, 2);
        ratings.add(1, 0, 4);
        ratings.add(1, 2, 1);
        Factors factors = with(0.02, true, 3).fit(ratings.build(), Progress.NONE);
        float[] stranger = new float[4];
        factors.score(History.empty(), stranger);

        for (int item = 0; item < 4; item++) {
            assertThat(factors.predict(2, item).orElseThrow()).isCloseTo(stranger[item], within(1e-6));
            assertThat(factors.predict(2, item)).isEqualTo(factors.predict(3, item));
        }
        assertThat(factors.predict(0, 3).orElseThrow())
                .isCloseTo(factors.mean() + factors.userBiases()[0], within(1e-12));
        assertThat(stranger[0]).isGreaterThan(stranger[2]);
    }

    private static double numeric(Descent descent, double[] row, int f) {
        double at = row[f];
        row[f] = at + STEP;
        double above = descent.objective();
        row[f] = at - STEP;
        double below = descent.objective();
        row[f] = at;
        return (above - below) / (2 * STEP);
    }

    @Property(tries = 20)
    void theObjectiveFalls(@ForAll long seed, @ForAll boolean biases) {
        Interactions ratings = ratings(seed);
        MatrixFactorisation parameters = with(0.02, biases, seed);
        double before = new Descent(Factors.random(parameters, ratings), ratings, parameters).objective();

        Factors fitted = parameters.fit(ratings, Progress.NONE);

        assertThat(new Descent(fitted, ratings, parameters).objective()).isLessThan(before);
    }

    @Test
    void theSameSeedGivesTheSameModel() {
        Factors one = with(0.1, true, 5).fit(ratings(1), Progress.NONE);
        Factors two = with(0.1, true, 5).fit(ratings(1), Progress.NONE);

        assertThat(one.users()).isDeepEqualTo(two.users());
        assertThat(one.itemBiases()).isEqualTo(two.itemBiases());
        assertThat(one.predict(20, 0)).isEmpty();
    }

    @Test
    void aDescentThatDivergesSaysSo() {
        assertThatThrownBy(() -> new MatrixFactorisation(3, 50, 10, 0, false, 1).fit(ratings(1), Progress.NONE))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("lower the rate");
        assertThatThrownBy(() -> new MatrixFactorisation(0, 1, 1, 0, false, 1)).hasMessageContaining("rank=0");
    }
}
