package dev.aisle.algorithms.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DecayedPopularityTest {
    private static final long DAY = 86_400_000L;

    private static float[] scores(Algorithm algorithm, Interactions train) {
        float[] scores = new float[train.itemCount()];
        algorithm.fit(train, Progress.NONE).score(History.empty(), scores);
        return scores;
    }

    @Test
    void aPersonCountsHalfAfterTheHalfLife() {
        Interactions train = Interactions.collect(3, 2)
                .add(0, 0, 1, 0)
                .add(1, 0, 1, 20 * DAY)
                .add(2, 1, 1, 30 * DAY)
                .build();

        float[] scores = scores(new DecayedPopularity(10), train);

        assertThat(scores[0]).isCloseTo(1 / 8f + 1 / 2f, within(1e-6f));
        assertThat(scores[1]).isCloseTo(1, within(1e-6f));
    }

    @Test
    void theLastTimeOfAPersonCounts() {
        Interactions train = Interactions.collect(1, 1)
                .add(0, 0, 1, 5 * DAY)
                .add(0, 0, 1, 30 * DAY)
                .add(0, 0, 1, 0)
                .build();

        assertThat(train.millis(0)).isEqualTo(30 * DAY);
        assertThat(train.weight(0)).isEqualTo(3);
        assertThat(scores(new DecayedPopularity(10), train)[0]).isEqualTo(1);
    }

    @Test
    void whatGrowsIsTrendingWhatIsMerelyPopularIsNot() {
        InteractionsBuilder train = Interactions.collect(400, 3);
        for (int person = 0; person < 300; person++) {
            train.add(person, 0, 1, person / 3 * DAY);
        }
        for (int person = 300; person < 320; person++) {
            train.add(person, 1, 1, (80 + person - 300) * DAY);
            train.add(person, 2, 1, (person - 300) * DAY);
        }

        float[] scores = scores(Trending.withDefaults(), train.build());

        assertThat(scores[1]).isGreaterThan(scores[0]).isPositive();
        assertThat(scores[2]).isNegative();
    }

    @Test
    void timesSurviveEveryViewOfTheMatrix() {
        Interactions train = Interactions.collect(2, 3)
                .add(1, 2, 1, 7)
                .add(0, 1, 1, 5)
                .add(1, 0, 4, 6)
                .build();

        assertThat(train.timesKnown()).isTrue();
        assertThat(train.millis(0)).isEqualTo(5);
        assertThat(train.mapWeights(Math::sqrt).millis(2)).isEqualTo(7);
        Interactions byItem = train.transposed();
        assertThat(byItem.item(byItem.start(2))).isEqualTo(1);
        assertThat(byItem.millis(byItem.start(2))).isEqualTo(7);
    }

    @Test
    void withoutTimesThereIsNoDecay() {
        Interactions some =
                Interactions.collect(1, 2).add(0, 0, 1, 5).add(0, 1, 1).build();

        assertThat(some.timesKnown()).isFalse();
        assertThatThrownBy(() -> scores(DecayedPopularity.withDefaults(), some))
                .hasMessage("popularity-decay: it isn't known when the interactions happened");
        assertThatThrownBy(() -> new DecayedPopularity(0)).hasMessageContaining("halfLifeDays > 0");
        assertThatThrownBy(() -> new Trending(7, 7)).hasMessageContaining("shortDays < longDays");
    }
}
