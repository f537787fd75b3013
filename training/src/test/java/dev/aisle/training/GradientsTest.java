package dev.aisle.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import dev.aisle.algorithms.deep.FeatureNetwork;
import dev.aisle.algorithms.deep.Network;
import dev.aisle.algorithms.deep.TrainingPlan.Objective;
import dev.aisle.algorithms.deep.WeightArray;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every gradient against {@code (E(w + h) − E(w − h)) / 2h} in double precision. */
class GradientsTest {
    private static final int ITEMS = 6;
    private static final double STEP = 1e-5;
    private static final double ROUNDING = 1e-6;
    private static final int CHECKED_OF_AN_ARRAY = 8;
    private static final Batch BATCH =
            Sequences.batch(List.of(new int[] {0, 1, 2, 3}, new int[] {4, 5, 4}, new int[] {2, 0}));

    static Stream<Arguments> networks() {
        return SmallNetworks.of(ITEMS, 4, 5)
                .flatMap(network -> network instanceof FeatureNetwork
                        ? Stream.of(Arguments.of(network, Objective.SQUARED), Arguments.of(network, Objective.RANKING))
                        : Stream.of(Arguments.of(network, Objective.SOFTMAX)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientsAreThoseOfNumericDifferentiation(Network network, Objective objective) {
        try (Variables variables = new Variables(network, SmallNetworks.spread(network), DataType.FLOAT64)) {
            TorchNetwork graph = TorchNetwork.of(network, variables);
            Map<String, double[]> gradients = gradients(network, variables, graph, objective);
            for (WeightArray array : network.arrays()) {
                NDArray value = variables.get(array.name());
                SplittableRandom random = new SplittableRandom(4);
                for (int n = 0; n < CHECKED_OF_AN_ARRAY; n++) {
                    int at = random.nextInt(array.size());

                    double numeric = (shifted(variables, graph, objective, value, at, STEP)
                                    - shifted(variables, graph, objective, value, at, -STEP))
                            / (2 * STEP);

                    assertThat(gradients.get(array.name())[at])
                            .as("%s[%d]", array.name(), at)
                            .isCloseTo(numeric, within(ROUNDING));
                }
            }
            assertThat(Arrays.stream(gradients.get("items"))).anyMatch(gradient -> Math.abs(gradient) > 1e-3);
        }
    }

    private static Map<String, double[]> gradients(
            Network network, Variables variables, TorchNetwork graph, Objective objective) {
        try (NDScope scope = new NDScope();
                GradientCollector collector = PyTorch.engine().newGradientCollector()) {
            scope.suppressNotUsedWarning();
            collector.backward(loss(variables, graph, objective));
            Map<String, double[]> gradients = new HashMap<>();
            network.arrays()
                    .forEach(array -> gradients.put(
                            array.name(),
                            variables.get(array.name()).getGradient().toDoubleArray()));
            return gradients;
        }
    }

    private static double shifted(
            Variables variables, TorchNetwork graph, Objective objective, NDArray value, int at, double by) {
        double[] numbers = value.toDoubleArray();
        double before = numbers[at];
        numbers[at] += by;
        value.set(numbers);
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            return loss(variables, graph, objective).toDoubleArray()[0];
        } finally {
            numbers[at] = before;
            value.set(numbers);
        }
    }

    /** The same draws each time. */
    private static NDArray loss(Variables variables, TorchNetwork graph, Objective objective) {
        return new Loss(objective, ITEMS, 3, new SplittableRandom(5)).of(graph, BATCH, 0, variables.manager());
    }
}
