package dev.aisle.algorithms.deep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.recommend.History;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NetworkLawsTest {
    @Provide
    Arbitrary<NetworkModel> models() {
        return Arbitraries.of(SomeNetworks.models().toList());
    }

    @Provide
    Arbitrary<int[]> sessions() {
        return Arbitraries.integers()
                .between(0, SomeNetworks.ITEMS + 2)
                .array(int[].class)
                .ofMaxSize(30);
    }

    @Property(tries = 200)
    void aSessionLongerThanTheWindowCountsByItsLastItems(
            @ForAll("models") NetworkModel model, @ForAll("sessions") int[] session) {
        int[] known =
                Arrays.stream(session).filter(item -> item < SomeNetworks.ITEMS).toArray();
        int[] last = Arrays.copyOfRange(
                known, Math.max(0, known.length - model.network().window()), known.length);

        assertThat(scores(model, session)).isEqualTo(scores(model, last));
    }

    @Property(tries = 100)
    void scoresAreFiniteAndTheSameEachTime(@ForAll("models") NetworkModel model, @ForAll("sessions") int[] session) {
        float[] scores = scores(model, session);

        for (float score : scores) {
            assertThat(score).isFinite();
        }
        assertThat(scores(model, session)).isEqualTo(scores);
    }

    private static float[] scores(NetworkModel model, int... session) {
        float[] scores = new float[SomeNetworks.ITEMS];
        model.score(History.of(session), scores);
        return scores;
    }
}
