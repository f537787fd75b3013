package dev.aisle.algorithms.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PopularityTest {
    private final Interactions shop =
            Interactions.collect(3, 3).add(0, 0, 10).add(1, 1, 1).add(2, 1, 1).build();

    @Test
    void peopleCountNotHowMuchOneOfThemBought() {
        float[] scores = new float[3];

        new Popularity(false).fit(shop, Progress.NONE).score(History.empty(), scores);

        assertThat(scores).containsExactly(1, 2, 0);
    }

    @Test
    void weightsCountWhenTheCallerGaveThemAMeaning() {
        float[] scores = new float[3];

        new Popularity(true).fit(shop, Progress.NONE).score(History.of(0), scores);

        assertThat(scores).containsExactly(10, 2, 0);
    }
}
