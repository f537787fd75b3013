package dev.aisle.algorithms.bandits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import dev.aisle.algorithms.experiment.Arm;
import dev.aisle.algorithms.experiment.Sums;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BanditVectorsTest {
    private static final JsonNode VECTORS = Vectors.json("bandit_vectors.json");

    private static double[] numbers(JsonNode list) {
        return list.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    @Test
    void thompsonSamplingsWeightsAreExact() {
        JsonNode c = VECTORS.get("growthbook_bandit").get("case1");
        List<Arm> arms = c.get("stats")
                .valueStream()
                .map(arm -> Arm.of(new Sums(
                        arm.get("n").asLong(),
                        arm.get("sum").asDouble(),
                        arm.get("sum_squares").asDouble())))
                .toList();

        assertThat(NormalArms.after(arms).best()).containsExactly(numbers(c.get("p_best")), within(1e-9));
    }

    @Test
    void topTwoGivesTheWorstArmNoMoreThanItIsDue() {
        JsonNode c = VECTORS.get("growthbook_bandit").get("normal_case");
        NormalArms arms = NormalArms.of(numbers(c.get("mean")), numbers(c.get("sd")));

        assertThat(arms.best()).containsExactly(numbers(c.get("p_best")), within(1e-9));
        assertThat(arms.second()).containsExactly(numbers(c.get("p_second")), within(1e-9));
        assertThat(arms.topTwo()).containsExactly(numbers(c.get("top_two_weights")), within(1e-9));
        assertThat(Floor.under(arms.topTwo(), 0.01)).containsExactly(numbers(c.get("floor_01_weights")), within(1e-9));
        assertThat(Arrays.stream(arms.topTwo()).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aFloorForTooManyArmsShowsAllAlike() {
        assertThat(Floor.under(new double[] {0.9, 0.1}, 0.7)).containsExactly(new double[] {0.5, 0.5}, within(1e-12));
        assertThat(Floor.under(new double[] {0.9, 0.1}, -1)).containsExactly(new double[] {0.9, 0.1}, within(1e-12));
    }

    static Stream<JsonNode> contextual() {
        JsonNode vectors = VECTORS.get("linucb");
        return Stream.concat(
                vectors.get("cases").valueStream(), vectors.get("extra").valueStream());
    }

    @ParameterizedTest
    @MethodSource("contextual")
    void linUcbIsThatOfThePaper(JsonNode c) {
        JsonNode vectors = VECTORS.get("linucb");
        LinUcb model = new LinUcb(3, 5, c.get("alpha").asDouble(), c.path("l2").asDouble(1));
        for (int row = 0; row < c.get("decisions").size(); row++) {
            model.learn(
                    c.get("decisions").get(row).asInt() - 1,
                    numbers(vectors.get("context_history").get(row)),
                    c.get("rewards").get(row).asDouble());
        }

        for (int row = 0; row < vectors.get("contexts").size(); row++) {
            assertThat(model.bounds(numbers(vectors.get("contexts").get(row))))
                    .containsExactly(numbers(c.get("expected").get(row)), within(1e-9));
        }
    }

    @Test
    void linearThompsonSamplingBelievesWhatThePosteriorSays() {
        JsonNode vectors = VECTORS.get("linucb");
        JsonNode expected = vectors.get("lints_posterior");
        LinearBelief belief = new LinearBelief(5, 1);
        for (int row = 0; row < expected.get("rewards").size(); row++) {
            belief.learn(
                    numbers(vectors.get("context_history").get(row)),
                    expected.get("rewards").get(row).asDouble());
        }

        assertThat(belief.mean()).containsExactly(numbers(expected.get("mean")), within(1e-9));
        assertThat(IntStream.range(0, 5)
                        .mapToDouble(n -> belief.covariance()[n][n])
                        .toArray())
                .containsExactly(numbers(expected.get("cov_diag")), within(1e-9));
    }

    @Test
    void ucb1IsThatOfThePaper() {
        JsonNode c = VECTORS.get("ucb1");
        long[] trials = c.get("arms")
                .valueStream()
                .mapToLong(arm -> arm.get("n").asLong())
                .toArray();
        double[] sums = c.get("arms")
                .valueStream()
                .mapToDouble(arm -> arm.get("sum").asDouble())
                .toArray();

        assertThat(Ucb1.bounds(trials, sums)).containsExactly(numbers(c.get("values")), within(1e-9));
        assertThat(Ucb1.bounds(new long[] {0, 1}, new double[] {0, 1})[0]).isInfinite();
    }

    /** Bernoulli arms; a batch of 200 units a day for 60 days. */
    @Test
    void regretFallsBelowThatOfAnEvenSplit() {
        double[] rates = {0.05, 0.06, 0.08};
        double even = 0;
        double thompson = 0;
        double topTwo = 0;
        for (int seed = 0; seed < 10; seed++) {
            even += regret(rates, seed, arms -> new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3});
            thompson += regret(rates, seed, NormalArms::best);
            topTwo += regret(rates, seed, NormalArms::topTwo);
        }
        assertThat(thompson).isLessThan(even / 2);
        assertThat(topTwo).isLessThan(even);
    }

    private interface Policy {
        double[] weights(NormalArms arms);
    }

    private static double regret(double[] rates, int seed, Policy policy) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] units = new long[rates.length];
        long[] yes = new long[rates.length];
        double regret = 0;
        double[] weights = {1.0 / 3, 1.0 / 3, 1.0 / 3};
        for (int day = 0; day < 60; day++) {
            for (int unit = 0; unit < 200; unit++) {
                double draw = random.nextDouble();
                int arm = draw < weights[0] ? 0 : draw < weights[0] + weights[1] ? 1 : 2;
                units[arm]++;
                yes[arm] += random.nextDouble() < rates[arm] ? 1 : 0;
                regret += rates[2] - rates[arm];
            }
            if (Arrays.stream(yes).allMatch(count -> count > 0)) {
                double[] means = new double[3];
                double[] deviations = new double[3];
                for (int arm = 0; arm < 3; arm++) {
                    Arm seen = Arm.ofYes(units[arm], (double) yes[arm]);
                    means[arm] = seen.mean();
                    deviations[arm] = Math.sqrt(seen.variance() / units[arm]);
                }
                weights = Floor.under(policy.weights(NormalArms.of(means, deviations)), 0.02);
            }
        }
        return regret;
    }
}
