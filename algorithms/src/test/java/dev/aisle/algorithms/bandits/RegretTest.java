package dev.aisle.algorithms.bandits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.bandits.ContextualArms.Policy;
import dev.aisle.algorithms.bandits.ContextualArms.Seen;
import dev.aisle.algorithms.experiment.Sums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two groups of people who like different arms; a batch of 200 people a day for 60 days, rewards known the next day. */
class RegretTest {
    private static final double[][] RATES = {{0.05, 0.06, 0.10}, {0.10, 0.06, 0.05}};
    private static final double[][] CONTEXTS = {{1, 0}, {1, 1}};

    @ParameterizedTest
    @EnumSource(Policy.class)
    void regretFallsBelowThatOfAnEvenSplit(Policy policy) {
        double even = 0;
        double learned = 0;
        double last = 0;
        for (int seed = 0; seed < 10; seed++) {
            double[] uniform = regret(null, seed);
            double[] own = regret(policy, seed);
            even += uniform[0];
            learned += own[0];
            last += own[1] / uniform[1];
        }
        // Half of the time top-two shows the second best, on purpose.
        assertThat(learned).isLessThan(even * (policy == Policy.TOP_TWO_THOMPSON ? 0.85 : 0.75));
        assertThat(last / 10)
                .as("share of the even split's in the last ten days")
                .isLessThan(policy == Policy.TOP_TWO_THOMPSON ? 0.8 : 0.6);
    }

    /** Over all days, and over the last ten. */
    private static double[] regret(Policy policy, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[][] shown = new long[2][3];
        long[][] yes = new long[2][3];
        double[][] weights = {even(), even()};
        double all = 0;
        double last = 0;
        for (int day = 0; day < 60; day++) {
            double today = 0;
            for (int unit = 0; unit < 200; unit++) {
                int context = random.nextInt(2);
                int arm = draw(weights[context], random.nextDouble());
                shown[context][arm]++;
                yes[context][arm] += random.nextDouble() < RATES[context][arm] ? 1 : 0;
                today += 0.10 - RATES[context][arm];
            }
            all += today;
            last += day >= 50 ? today : 0;
            if (policy != null) {
                weights = learn(policy, shown, yes);
            }
        }
        return new double[] {all, last};
    }

    private static double[][] learn(Policy policy, long[][] shown, long[][] yes) {
        List<Seen> seen = new ArrayList<>();
        for (int context = 0; context < 2; context++) {
            for (int arm = 0; arm < 3; arm++) {
                seen.add(new Seen(arm, CONTEXTS[context], Sums.ofYes(shown[context][arm], yes[context][arm])));
            }
        }
        ContextualArms arms = new ContextualArms(3, 2, seen);
        return Arrays.stream(CONTEXTS)
                .map(context -> {
                    double[] weights = arms.weights(policy, context, 0.05);
                    return weights == null ? even() : weights;
                })
                .toArray(double[][]::new);
    }

    /** One unit after the other, ten thousand of them: UCB1 has no weights, it takes the greatest bound. */
    @Test
    void ucb1sRegretFallsBelowThatOfAnEvenSplit() {
        double[] rates = {0.2, 0.3, 0.6};
        SplittableRandom random = new SplittableRandom(4);
        long[] trials = new long[3];
        double[] sums = new double[3];
        double regret = 0;
        for (int unit = 0; unit < 10_000; unit++) {
            double[] bounds = Ucb1.bounds(trials, sums);
            int arm = bounds[1] > bounds[0] ? 1 : 0;
            arm = bounds[2] > bounds[arm] ? 2 : arm;
            trials[arm]++;
            sums[arm] += random.nextDouble() < rates[arm] ? 1 : 0;
            regret += rates[2] - rates[arm];
        }
        assertThat(regret).isLessThan(10_000 * (0.4 + 0.3) / 3 / 4);
    }

    private static double[] even() {
        return new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3};
    }

    private static int draw(double[] weights, double at) {
        return at < weights[0] ? 0 : at < weights[0] + weights[1] ? 1 : 2;
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void weightsSumToOneAndKeepTheFloor(Policy policy) {
        ContextualArms arms = new ContextualArms(
                3,
                1,
                List.of(
                        new Seen(0, new double[] {1}, Sums.ofYes(5_000, 500)),
                        new Seen(1, new double[] {1}, Sums.ofYes(5_000, 5)),
                        new Seen(2, new double[] {1}, Sums.ofYes(5_000, 0))));

        double[] weights = arms.weights(policy, new double[] {1}, 0.05);

        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(weights).min().orElseThrow()).isGreaterThanOrEqualTo(0.05 - 1e-12);
        assertThat(weights[0]).isGreaterThan(0.4);
    }

    @Test
    void withoutTwoDifferentRewardsNothingIsSaid() {
        ContextualArms arms = new ContextualArms(2, 1, List.of(new Seen(0, new double[] {1}, Sums.ofYes(100, 0))));

        assertThat(arms.weights(Policy.THOMPSON, new double[] {1}, 0.05)).isNull();
        assertThat(new ContextualArms(2, 1, List.of()).weights(Policy.LINUCB, new double[] {1}, 0.05))
                .isNull();
    }
}
