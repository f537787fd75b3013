package dev.aisle.algorithms.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleRatioTest {
    static Stream<JsonNode> once() {
        return Vectors.json("experiments/srm_vectors.json").get("chi_square").valueStream();
    }

    private static JsonNode watched(int number) {
        return Vectors.json("experiments/srm_vectors.json").get("sequential").get(number);
    }

    private static double[] numbers(JsonNode list) {
        return list.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    @ParameterizedTest
    @MethodSource("once")
    void publishedValuesAreMet(JsonNode c) {
        SampleRatio ratio = SampleRatio.of(numbers(c.get("users")), numbers(c.get("weights")));

        assertThat(ratio.p()).isCloseTo(c.get("p").asDouble(), within(1e-9));
    }

    @Test
    void aWatchStopsWhereThePaperDoesAndKeepsTheNarrowestIntervals() {
        JsonNode c = watched(0);
        SampleRatioWatch watch = new SampleRatioWatch(numbers(c.get("theta0")), 100, 0.05);
        int stop = 0;
        while (watch.p() >= 0.05) {
            double[] one = new double[3];
            one[c.get("stream").get(stop++).asInt()] = 1;
            watch.add(one);
        }

        JsonNode expected = c.get("expected");
        assertThat(stop).isEqualTo(expected.get("stop_n").asInt());
        assertThat(watch.p()).isCloseTo(expected.get("p").asDouble(), within(1e-9));
        for (int arm = 0; arm < 3; arm++) {
            double[] interval = numbers(expected.get("conf_int").get(arm));
            assertThat(watch.intervals()[arm][0]).isCloseTo(interval[0], within(1e-6));
            assertThat(watch.intervals()[arm][1]).isCloseTo(interval[1], within(1e-6));
        }
    }

    @Test
    void batchesGiveTheSameEvidence() {
        for (int number = 1; number <= 2; number++) {
            JsonNode c = watched(number);
            SampleRatioWatch watch = new SampleRatioWatch(
                    numbers(c.get("theta0")), c.get("dirichlet_k").asDouble(), 0.05);
            for (int batch = 0; batch < c.get("batches").size(); batch++) {
                assertThat(watch.add(numbers(c.get("batches").get(batch))))
                        .isCloseTo(c.get("p_values").get(batch).asDouble(), within(1e-9));
            }
        }
    }

    @Test
    void aLeakOfOneInAHundredIsFoundAndAnHonestSplitIsLeft() {
        SplittableRandom random = new SplittableRandom(7);
        SampleRatioWatch leaking = new SampleRatioWatch(new double[] {0.5, 0.5}, 10_000, 0.05);
        SampleRatioWatch honest = new SampleRatioWatch(new double[] {0.5, 0.5}, 10_000, 0.05);
        for (int day = 0; day < 60; day++) {
            double[] leak = new double[2];
            double[] fair = new double[2];
            for (int unit = 0; unit < 10_000; unit++) {
                int arm = random.nextInt(2);
                fair[arm]++;
                leak[arm] += arm == 1 && random.nextInt(100) == 0 ? 0 : 1;
            }
            leaking.add(leak);
            honest.add(fair);
        }
        assertThat(leaking.p()).isLessThan(0.01);
        assertThat(honest.p()).isGreaterThan(0.05);
    }

    @Test
    void aPlanThatIsNoneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SampleRatioWatch(new double[] {0.5, 0.4}, 1, 0.05));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleRatio.of(new double[2], new double[1]));
    }
}
