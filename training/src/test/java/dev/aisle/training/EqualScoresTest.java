package dev.aisle.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import dev.aisle.algorithms.content.ItemContent;
import dev.aisle.algorithms.deep.FeatureTerms;
import dev.aisle.algorithms.deep.ItemFeatures;
import dev.aisle.algorithms.deep.Network;
import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.deep.TrainingPlan;
import dev.aisle.algorithms.deep.Weights;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.sequence.Sessions;
import dev.aisle.algorithms.sequence.Sessions.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plain Java against PyTorch. */
class EqualScoresTest {
    private static final int ITEMS = 300;
    private static final float AS_GOOD_AS_EQUAL = 1e-4f;

    static Stream<Network> networks() {
        return SmallNetworks.of(ITEMS, 64, 50);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void randomWeightsScoreAlike(Network network) {
        scoresAlike(new NetworkModel(network, SmallNetworks.spread(network, ItemFeatures.NONE)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void withFeaturesOfItemsTheyScoreAlike(Network network) {
        ItemFeatures features = SmallNetworks.features(ITEMS);

        scoresAlike(new NetworkModel(network, SmallNetworks.spread(network, features), features));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whatCameAfterTheTrainingScoresAlike(Network network) {
        ItemContent learned = content(ITEMS, 0);
        ItemFeatures features = FeatureTerms.of(learned, 50).rows(learned);
        NetworkModel trained = new DjlTrainer().train(network, plan(network), sessions(), features, Progress.NONE);

        NetworkModel larger =
                trained.with(trained.features().terms().orElseThrow().rows(content(30, 1)));

        assertThat(larger.itemCount()).isEqualTo(ITEMS + 30);
        scoresAlike(larger);
    }

    private static ItemContent content(int items, int shift) {
        ItemContent.Builder content = ItemContent.collect(items);
        for (int item = 0; item < items; item++) {
            content.attribute(item, "category", "c" + (item + shift) % 7).text(item, "title", "kind " + item % 11);
        }
        return content.build();
    }

    private static Sessions sessions() {
        SplittableRandom random = new SplittableRandom(8);
        List<Session> sessions = new ArrayList<>();
        for (int s = 0; s < 200; s++) {
            sessions.add(
                    new Session(random.ints(2 + random.nextInt(9), 0, ITEMS).toArray(), s));
        }
        return Sessions.of(ITEMS, sessions);
    }

    private static TrainingPlan plan(Network network) {
        return new TrainingPlan(3, 3, 128, 0.01f, 0.2f, SmallNetworks.objective(network), 1);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void trainedWeightsScoreAlike(Network network) {
        NetworkModel trained = new DjlTrainer().train(network, plan(network), sessions(), Progress.NONE);

        scoresAlike(trained);
        assertThat(trained.weights().array("items"))
                .isNotEqualTo(Weights.random(network.arrays(), 1).array("items"));
    }

    private static void scoresAlike(NetworkModel model) {
        Network network = model.network();
        int items = network.items();
        float[] allRows = new float[items];
        Arrays.fill(allRows, 1f);
        SplittableRandom random = new SplittableRandom(9);
        try (Variables variables = new Variables(network, model.weights(), model.features(), DataType.FLOAT32)) {
            TorchNetwork graph = TorchNetwork.of(network, variables);
            for (int length : new int[] {1, 2, 50, 77}) {
                int[] session = random.ints(length, 0, items).toArray();
                int[] last = Arrays.copyOfRange(session, Math.max(0, length - network.window()), length);
                float[] scores = new float[items];
                model.score(History.of(session), scores);

                try (NDScope scope = new NDScope()) {
                    scope.suppressNotUsedWarning();
                    variables.mix(allRows);
                    float[] expected =
                            graph.scores(graph.answers(Batch.of(last), 0)).toFloatArray();
                    assertThat(scores)
                            .as("%s, %d long", network, length)
                            .containsExactly(expected, within(AS_GOOD_AS_EQUAL));
                    float[] some = graph.among(
                                    graph.answers(Batch.of(last), 0),
                                    variables.manager().create(new long[] {7, 299, 0}))
                            .toFloatArray();
                    assertThat(some)
                            .containsExactly(new float[] {scores[7], scores[299], scores[0]}, within(AS_GOOD_AS_EQUAL));
                }
            }
        }
    }
}
