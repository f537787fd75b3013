package dev.aisle.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.algorithms.content.ItemContent;
import dev.aisle.algorithms.deep.DeepAlgorithm;
import dev.aisle.algorithms.deep.FeatureNetwork;
import dev.aisle.algorithms.deep.ItemFeatures;
import dev.aisle.algorithms.deep.Network;
import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.deep.NetworkTrainer;
import dev.aisle.algorithms.deep.SelfAttentionNetwork;
import dev.aisle.algorithms.deep.TrainingPlan;
import dev.aisle.algorithms.deep.TrainingPlan.Objective;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Model;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.sequence.SequentialRules;
import dev.aisle.algorithms.sequence.Sessions;
import dev.aisle.algorithms.sequence.Sessions.Session;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LearningTest {
    private static final int ITEMS = 30;

    static Stream<Network> networks() {
        return SmallNetworks.of(ITEMS, 16, 8);
    }

    private static TrainingPlan plan(int epochs, Objective objective) {
        return new TrainingPlan(epochs, 4, 128, 0.01f, 0.1f, objective, 1);
    }

    private static int best(Model model, int... session) {
        return model.top(History.of(session), 1, new BitSet()).getFirst().item();
    }

    /** Ten cycles of three items; a session walks along one of them. */
    private static Sessions cycles() {
        SplittableRandom random = new SplittableRandom(2);
        List<Session> sessions = new ArrayList<>();
        for (int s = 0; s < 400; s++) {
            int first = 3 * random.nextInt(10);
            int from = random.nextInt(3);
            int[] items = new int[2 + random.nextInt(5)];
            for (int step = 0; step < items.length; step++) {
                items[step] = first + (from + step) % 3;
            }
            sessions.add(new Session(items, s));
        }
        return Sessions.of(ITEMS, sessions);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whatAlwaysFollowsIsLearned(Network network) {
        NetworkModel model =
                new DjlTrainer().train(network, plan(30, SmallNetworks.objective(network)), cycles(), Progress.NONE);

        int right = 0;
        for (int item = 0; item < ITEMS; item++) {
            int next = best(model, item);
            // The features of a person are a mean: they know the cycle and not the step.
            right += network instanceof FeatureNetwork
                    ? (next / 3 == item / 3 ? 1 : 0)
                    : (next == item / 3 * 3 + (item + 1) % 3 ? 1 : 0);
        }
        assertThat(right).as("of %d, %s", ITEMS, network).isGreaterThanOrEqualTo(27);
    }

    /** What comes after the same three items depends on the first one, which rules of the last item can't see. */
    @Test
    void selfAttentionRemembersWhatRulesForget() {
        SplittableRandom random = new SplittableRandom(3);
        List<Session> sessions = new ArrayList<>();
        for (int s = 0; s < 1500; s++) {
            int key = random.nextInt(6);
            sessions.add(new Session(new int[] {key, 20 + random.nextInt(5), 20 + random.nextInt(5), 25, 10 + key}, s));
        }
        Sessions train = Sessions.of(ITEMS, sessions);

        TrainingPlan plan = new TrainingPlan(8, 8, 128, 0.001f, 0.1f, Objective.SOFTMAX, 1);

        NetworkModel model =
                new DjlTrainer().train(new SelfAttentionNetwork(ITEMS, 64, 2, 1, 8), plan, train, Progress.NONE);
        Model rules = SequentialRules.withDefaults().fit(train, Progress.NONE);

        int learned = 0;
        int ruled = 0;
        for (int key = 0; key < 6; key++) {
            learned += best(model, key, 21, 23, 25) == 10 + key ? 1 : 0;
            ruled += best(rules, key, 21, 23, 25) == 10 + key ? 1 : 0;
        }
        assertThat(learned).isEqualTo(6);
        assertThat(ruled).isLessThanOrEqualTo(1);
    }

    /** Ten groups of three items, of which a session stays in one; the last item of each group is in no session. */
    @ParameterizedTest
    @MethodSource("networks")
    void anItemThatNobodyTookHasAPlaceByItsFeatures(Network network) {
        SplittableRandom random = new SplittableRandom(4);
        List<Session> sessions = new ArrayList<>();
        for (int s = 0; s < 600; s++) {
            int first = 3 * random.nextInt(10);
            sessions.add(
                    new Session(random.ints(4, 0, 2).map(item -> first + item).toArray(), s));
        }
        Sessions train = Sessions.of(ITEMS, sessions);
        ItemContent.Builder content = ItemContent.collect(ITEMS);
        for (int item = 0; item < ITEMS; item++) {
            content.attribute(item, "category", "c" + item / 3);
        }
        ItemFeatures features = ItemFeatures.of(content.build(), 20);
        TrainingPlan plan = plan(20, SmallNetworks.objective(network));

        NetworkModel knowing = new DjlTrainer().train(network, plan, train, features, Progress.NONE);
        NetworkModel blind = new DjlTrainer().train(network, plan, train, Progress.NONE);

        assertThat(newcomersAmongThree(knowing)).as("with, %s", network).isGreaterThanOrEqualTo(9);
        assertThat(newcomersAmongThree(blind)).as("without, %s", network).isLessThanOrEqualTo(3);
    }

    /** Of ten groups: in how many the best three of one of its items hold the one that nobody took. */
    private static int newcomersAmongThree(NetworkModel model) {
        int found = 0;
        for (int group = 0; group < 10; group++) {
            int newcomer = 3 * group + 2;
            found += model.top(History.of(3 * group, 3 * group + 1), 3, new BitSet()).stream()
                            .anyMatch(scored -> scored.item() == newcomer)
                    ? 1
                    : 0;
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theSameSeedGivesTheSameBits(Network network) {
        TrainingPlan plan = plan(2, SmallNetworks.objective(network));

        NetworkModel one = new DjlTrainer().train(network, plan, cycles(), Progress.NONE);
        NetworkModel two = new DjlTrainer().train(network, plan, cycles(), Progress.NONE);

        network.arrays()
                .forEach(array -> assertThat(one.weights().array(array.name()))
                        .as(array.name())
                        .isEqualTo(two.weights().array(array.name())));
    }

    @Test
    void theTrainerIsFoundByWhoeverHasItOnTheClassPath() {
        assertThat(NetworkTrainer.find()).containsInstanceOf(DjlTrainer.class);
        assertThat(DeepAlgorithm.missing()).isEmpty();
    }

    @Test
    void aMissingNativeLibraryIsSaidWithWhatToInstall() throws Exception {
        try (URLClassLoader nothing = new URLClassLoader(new URL[0], null)) {
            assertThat(PyTorch.missing(nothing))
                    .hasValueSatisfying(reason -> assertThat(reason)
                            .contains("isn't on the class path", "pytorch-native-cpu:2.7.1", "Serving needs none"));
        }
    }

    @Test
    void sessionsOfOneItemTeachNothing() {
        Sessions single = Sessions.of(ITEMS, List.of(new Session(new int[] {3}, 0)));

        assertThatThrownBy(() -> new DjlTrainer()
                        .train(networks().findFirst().orElseThrow(), plan(1, Objective.SOFTMAX), single, Progress.NONE))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("no session has two items");
    }

    @Test
    void aTrainingThatDivergesIsSaidToDiverge() {
        TrainingPlan wild = new TrainingPlan(5, 5, 64, Float.MAX_VALUE, 0f, Objective.SOFTMAX, 1);

        assertThatThrownBy(() ->
                        new DjlTrainer().train(networks().findFirst().orElseThrow(), wild, cycles(), Progress.NONE))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("a lower rate may help");
    }

    @Test
    void aTrainingCanBeCancelledAndTheNextOneStillRuns() {
        Network network = networks().findFirst().orElseThrow();

        assertThatThrownBy(() -> new DjlTrainer()
                        .train(network, plan(9, Objective.SOFTMAX), cycles(), (done, total) -> done < 5))
                .isInstanceOf(CancellationException.class);
        assertThat(new DjlTrainer()
                        .train(network, plan(1, Objective.SOFTMAX), cycles(), Progress.NONE)
                        .itemCount())
                .isEqualTo(ITEMS);
    }
}
