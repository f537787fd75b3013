package dev.aisle.algorithms.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.kernels.Kernels;
import dev.aisle.algorithms.recommend.History;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkModelTest {
    private static final int ITEMS = SomeNetworks.ITEMS;

    static Stream<NetworkModel> models() {
        return SomeNetworks.models();
    }

    private static float[] scores(NetworkModel model, int... session) {
        float[] scores = new float[ITEMS];
        model.score(History.of(session), scores);
        return scores;
    }

    @ParameterizedTest
    @MethodSource("models")
    void theTwinsOfTheKernelsScoreAlike(NetworkModel model) {
        NetworkModel plain = new NetworkModel(model.network(), model.weights(), ItemFeatures.NONE, Kernels.plain());
        SplittableRandom random = new SplittableRandom(3);

        for (int length = 1; length <= 12; length++) {
            int[] session = random.ints(length, 0, ITEMS).toArray();

            assertThat(scores(model, session)).containsExactly(scores(plain, session), within(2e-5f));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void anEmptySessionSaysNothingAndScoresAreOverwritten(NetworkModel model) {
        float[] scores = new float[ITEMS];
        Arrays.fill(scores, 7f);

        model.score(History.empty(), scores);

        assertThat(scores).containsOnly(0f);
        assertThat(scores(model, ITEMS + 5)).containsOnly(0f);
    }

    @ParameterizedTest
    @MethodSource("models")
    void unknownItemsArePassedOver(NetworkModel model) {
        assertThat(scores(model, 1, ITEMS, 2, 1_000_000, 3)).isEqualTo(scores(model, 1, 2, 3));
    }

    @ParameterizedTest
    @MethodSource("models")
    void theHistoryMatters(NetworkModel model) {
        assertThat(scores(model, 1, 2, 3)).isNotEqualTo(scores(model, 4, 2, 3));
        assertThat(scores(model, 1, 2, 3)).isNotEqualTo(scores(model, 1, 2, 4));
    }

    @Test
    void nextItemNetworksKnowTheOrderAndTheFeatureNetworkDoesNot() {
        models().forEach(model -> {
            float[] there = scores(model, 1, 2, 3);
            float[] back = scores(model, 2, 1, 3);

            if (model.network() instanceof FeatureNetwork) {
                assertThat(there).containsExactly(back, within(1e-5f));
            } else {
                assertThat(there).isNotEqualTo(back);
            }
        });
    }

    @Test
    void anItemThatIsLikeTheAnswerWinsWhereVectorsAreUnitVectors() {
        // Zero weights but for the tables: the answer is the normalised last item.
        SelfAttentionNetwork network = new SelfAttentionNetwork(3, 4, 1, 1, 2);
        Map<String, float[]> arrays = new HashMap<>();
        network.arrays().forEach(array -> arrays.put(array.name(), new float[array.size()]));
        arrays.put("items", new float[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0});
        arrays.put("norm.gain", new float[] {1, 1, 1, 1});
        NetworkModel model = new NetworkModel(network, new Weights(network.arrays(), arrays));
        float[] scores = new float[3];

        model.score(History.of(0, 1), scores);

        // (2 − ½) / √¾ of the last item, −½ / √¾ of the others, as layer normalisation has it.
        assertThat(scores).containsExactly(new float[] {-0.57735f, 1.73205f, -0.57735f}, within(1e-4f));
    }

    @Test
    void weightsThatAreNotFiniteMissingOrOfAnotherSizeAreRefused() {
        Network network = new RecurrentNetwork(2, 2, 3);
        Map<String, float[]> arrays = new HashMap<>();
        network.arrays().forEach(array -> arrays.put(array.name(), new float[array.size()]));
        List<WeightArray> declared = network.arrays();

        arrays.put("levels", new float[] {0, Float.NaN});
        assertThatThrownBy(() -> new Weights(declared, arrays))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights levels: number 1 is NaN");
        arrays.put("levels", new float[3]);
        assertThatThrownBy(() -> new Weights(declared, arrays))
                .hasMessage("weights levels: expected 2 × 1 numbers, found 3");
        arrays.remove("levels");
        assertThatThrownBy(() -> new Weights(declared, arrays)).hasMessageContaining("they are missing");
    }

    @Test
    void impossibleShapesAreRefused() {
        assertThatThrownBy(() -> new SelfAttentionNetwork(5, 10, 1, 3, 5)).hasMessageContaining("multiple of heads");
        assertThatThrownBy(() -> new SelfAttentionNetwork(5, 10, 0, 1, 5)).hasMessageContaining("layers");
        assertThatThrownBy(() -> new RecurrentNetwork(5, 0, 5)).hasMessageContaining("width");
        assertThatThrownBy(() -> new CaserNetwork(5, 5, 5, 0, 1)).hasMessageContaining("horizontal");
        assertThatThrownBy(() -> new FeatureNetwork(5, 5, 0, 1)).hasMessageContaining("window");
        assertThatThrownBy(() -> new TrainingPlan(1, 1, 1, 0.1f, 1f, TrainingPlan.Objective.SOFTMAX, 1))
                .hasMessageContaining("dropout");
    }

    @Test
    void withoutTheModuleItSaysWhatToInstall() {
        DeepAlgorithm algorithm = new DeepAlgorithm(new RecurrentNetwork(0, 4, 5), TrainingPlan.withDefaults());

        assertThat(DeepAlgorithm.missing())
                .hasValueSatisfying(reason -> assertThat(reason).contains("training", "./aisle", "PyTorch"));
        assertThat(algorithm.name()).isEqualTo("gru4rec");
    }
}
