package dev.aisle.algorithms.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Model;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.sequence.Sessions.Session;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final int ITEMS = 12;

    @Property(tries = 100)
    void sequentialRulesAddTheDecayOfEveryDistance(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int steps, @ForAll Decay decay) {
        List<Session> sessions = RandomSessions.of(seed, 30, ITEMS);
        Model model = new SequentialRules(steps, ITEMS, decay).fit(Sessions.of(ITEMS, sessions), Progress.NONE);

        for (int from = 0; from < ITEMS; from++) {
            double[] expected = new double[ITEMS];
            for (Session session : sessions) {
                for (int p = 0; p < session.items().length; p++) {
                    for (int q = p + 1; q <= Math.min(p + steps, session.items().length - 1); q++) {
                        expected[session.items()[q]] += session.items()[p] == from ? decay.at(q - p) : 0;
                    }
                }
            }
            assertScores(model, from, expected);
        }
    }

    @Property(tries = 100)
    void associationRulesCountPairsOfPlacesFromBothSides(@ForAll long seed) {
        List<Session> sessions = RandomSessions.of(seed, 30, ITEMS);
        Model model = new AssociationRules(ITEMS).fit(Sessions.of(ITEMS, sessions), Progress.NONE);

        for (int from = 0; from < ITEMS; from++) {
            double[] expected = new double[ITEMS];
            for (Session session : sessions) {
                for (int p = 0; p < session.items().length; p++) {
                    for (int q = 0; q < session.items().length; q++) {
                        expected[session.items()[q]] += p != q && session.items()[p] == from ? 1 : 0;
                    }
                }
            }
            assertScores(model, from, expected);
        }
    }

    private static void assertScores(Model model, int last, double[] expected) {
        float[] scores = new float[ITEMS];
        model.score(History.of((last + 5) % ITEMS, last), scores);
        for (int item = 0; item < ITEMS; item++) {
            assertThat((double) scores[item]).isCloseTo(expected[item], within(1e-5));
        }
    }

    @Test
    void onlyTheStrongestRulesAreKeptAndOfEqualOnesThatWhichWasSeenFirst() {
        Sessions train = Sessions.of(5, List.of(new Session(new int[] {0, 3}, 1), new Session(new int[] {0, 1}, 2)));
        float[] scores = new float[5];

        new SequentialRules(3, 1, Decay.SAME).fit(train, Progress.NONE).score(History.of(0), scores);

        assertThat(scores).containsExactly(0, 0, 0, 1, 0);
    }

    @Test
    void nobodyKnowsWhatFollowsNothingAndAnUnknownItemIsPassedOver() {
        Model model = SequentialRules.withDefaults()
                .fit(Sessions.of(2, List.of(new Session(new int[] {0, 1}, 1))), Progress.NONE);
        float[] scores = {7, 7};

        model.score(History.empty(), scores);
        assertThat(scores).containsExactly(0, 0);
        model.score(History.of(9), scores);
        assertThat(scores).containsExactly(0, 0);
        model.score(History.of(0, 9), scores);
        assertThat(scores).containsExactly(0, 1);
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        assertThatThrownBy(() -> Sessions.of(2, List.of(new Session(new int[] {0}, 1), new Session(new int[] {2}, 1))))
                .hasMessage("session 1: expected items from 0 to 1, was 2");
        assertThatThrownBy(() -> Sessions.of(2, List.of(new Session(new int[0], 1))))
                .hasMessage("session 0: expected items, was empty");
        assertThatThrownBy(() -> new SequentialRules(0, 1, Decay.SAME)).hasMessageContaining("steps=0");
        assertThatThrownBy(() -> new AssociationRules(0)).hasMessageContaining("was 0");
    }
}
