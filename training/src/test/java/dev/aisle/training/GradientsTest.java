package dev.aisle.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import dev.aisle.algorithms.deep.FeatureNetwork;
import dev.aisle.algorithms.deep.ItemFeatures;
import dev.aisle.algorithms.deep.Network;
import dev.aisle.algorithms.deep.TrainingPlan.Objective;
import dev.aisle.algorithms.deep.WeightArray;
import dev.aisle.algorithms.deep.Weights;
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
    private static final float[] KEPT = {1, 1, 0, 1, 1, 1};
    private static final Batch BATCH =
            Sequences.batch(List.of(new int[] {0, 1, 2, 3}, new int[] {4, 5, 4}, new int[] {2, 0}));

    static Stream<Arguments> networks() {
        ItemFeatures features = SmallNetworks.features(ITEMS);
        return SmallNetworks.of(ITEMS, 4, 5)
                .flatMap(network -> network instanceof FeatureNetwork
                        ? Stream.of(
                                Arguments.of(network, Objective.SQUARED, ItemFeatures.NONE),
                                Arguments.of(network, Objective.SQUARED, features),
                                Arguments.of(network, Objective.RANKING, ItemFeatures.NONE))
                        : Stream.of(
                                Arguments.of(network, Objective.SOFTMAX, ItemFeatures.NONE),
                                Arguments.of(network, Objective.SOFTMAX, features)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientsAreThoseOfNumericDifferentiation(Network network, Objective objective, ItemFeatures features) {
        Weights start = SmallNetworks.spread(network, features);
        try (Variables variables = new Variables(network, start, features, DataType.FLOAT64)) {
            TorchNetwork graph = TorchNetwork.of(network, variables);
            // With features a row is left out, and not every item counts: the sum over columns is an estimate then.
            Loss loss = new Loss(
                    objective,
                    features.isEmpty()
                            ? Rivals.all(ITEMS)
                            : new Rivals(Rivals.all(ITEMS).items(), 0, 1, 1),
                    3,
                    new SplittableRandom(5));
            Map<String, double[]> gradients = gradients(features, variables, graph, loss);
            for (WeightArray array : features.arrays(network)) {
                NDArray value = variables.raw(array.name());
                SplittableRandom random = new SplittableRandom(4);
                for (int n = 0; n < CHECKED_OF_AN_ARRAY; n++) {
                    int at = random.nextInt(array.size());

                    double numeric = (shifted(variables, graph, loss, value, at, STEP)
                                    - shifted(variables, graph, loss, value, at, -STEP))
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
            ItemFeatures features, Variables variables, TorchNetwork graph, Loss loss) {
        try (NDScope scope = new NDScope();
                GradientCollector collector = PyTorch.engine().newGradientCollector()) {
            scope.suppressNotUsedWarning();
            collector.backward(value(variables, graph, loss));
            Map<String, double[]> gradients = new HashMap<>();
            features.arrays(graph.shape())
                    .forEach(array -> gradients.put(
                            array.name(),
                            variables.raw(array.name()).getGradient().toDoubleArray()));
            return gradients;
        }
    }

    private static double shifted(
            Variables variables, TorchNetwork graph, Loss loss, NDArray value, int at, double by) {
        double[] numbers = value.toDoubleArray();
        double before = numbers[at];
        numbers[at] += by;
        value.set(numbers);
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            return value(variables, graph, loss).toDoubleArray()[0];
        } finally {
            numbers[at] = before;
            value.set(numbers);
        }
    }

    /** The same draws each time. */
    private static NDArray value(Variables variables, TorchNetwork graph, Loss loss) {
        variables.mix(KEPT);
        Loss same = new Loss(loss.objective(), loss.rivals(), loss.others(), new SplittableRandom(5));
        return same.of(graph, BATCH, 0, variables.manager());
    }
}
