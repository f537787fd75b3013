package dev.aisle.algorithms.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import java.util.Map.Entry;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroupSequentialTest {
    static Stream<Entry<String, JsonNode>> pocock() {
        return Vectors.json("experiments/group_sequential_vectors.json")
                .get("pocock")
                .propertyStream();
    }

    static Stream<Entry<String, JsonNode>> obrienFleming() {
        return Vectors.json("experiments/group_sequential_vectors.json")
                .get("obrien_fleming")
                .propertyStream();
    }

    private static double[] numbers(JsonNode list) {
        return list.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    private static GroupSequential even(String looks) {
        return new GroupSequential(GroupSequential.even(Integer.parseInt(looks)), 0.05, 2);
    }

    @ParameterizedTest
    @MethodSource("pocock")
    void pococksBoundaries(Entry<String, JsonNode> c) {
        assertThat(even(c.getKey()).wangTsiatis(0.5)).containsExactly(numbers(c.getValue()), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("obrienFleming")
    void obrienAndFlemingsBoundaries(Entry<String, JsonNode> c) {
        assertThat(even(c.getKey()).wangTsiatis(0)).containsExactly(numbers(c.getValue()), within(1e-9));
    }

    @Test
    void boundariesOfRPackages() {
        double[] shares = {0.2, 0.5, 1};
        assertThat(new GroupSequential(shares, 0.025, 1).wangTsiatis(0.3))
                .containsExactly(new double[] {2.8688923, 2.3885055, 2.0793148}, within(5e-8));
        assertThat(new GroupSequential(GroupSequential.even(5), 0.025, 1).spending(Spending.hwangShihDeCani(-4)))
                .containsExactly(new double[] {3.2527, 2.9860, 2.6917, 2.3737, 2.0253}, within(5e-5));
    }

    @Test
    void everyWayOfSpendingSpendsTheWholeLevelByChance() {
        double[] shares = GroupSequential.even(4);
        for (Spending spending : new Spending[] {
            Spending.obrienFleming(), Spending.pocock(), Spending.kimDeMets(3), Spending.hwangShihDeCani(0)
        }) {
            double[] bounds = new GroupSequential(shares, 0.05, 2).spending(spending);
            assertThat(crossed(bounds, 200_000)).isCloseTo(0.05, within(0.002));
        }
    }

    private static double crossed(double[] bounds, int walks) {
        SplittableRandom random = new SplittableRandom(11);
        int crossed = 0;
        for (int walk = 0; walk < walks; walk++) {
            double sum = 0;
            for (int look = 0; look < bounds.length; look++) {
                sum += random.nextGaussian();
                if (Math.abs(sum / Math.sqrt(look + 1)) > bounds[look]) {
                    crossed++;
                    break;
                }
            }
        }
        return (double) crossed / walks;
    }

    @Test
    void aPlanThatIsNoneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GroupSequential(new double[] {0.5, 0.5}, 0.05, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new GroupSequential(new double[] {0.5, 1}, 0, 2));
    }
}
