package dev.aisle.recommender.models.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlendTest {
    @Test
    void eachSourceCountsByItsWeightWhateverItsScale() {
        Blend blend = new Blend(3)
                .add(Source.SIMILAR, new float[] {10, 5, 0}, 1f)
                .add(Source.FACTORS, new float[] {0, 0.02f, 0.01f}, 0.5f);

        assertThat(blend.scores()).containsExactly(1f, 1f, 0.25f);
    }

    @Test
    void theSourceThatAddsMostIsRemembered() {
        Blend blend = new Blend(2)
                .add(Source.SIMILAR, new float[] {1, 0.1f}, 1f)
                .add(Source.POPULARITY, new float[] {1, 1}, 0.5f);

        assertThat(blend.sourceOf(0)).isEqualTo(Source.SIMILAR);
        assertThat(blend.sourceOf(1)).isEqualTo(Source.POPULARITY);
    }

    @Test
    void scoresBelowZeroAndSourcesWithoutAnyScoreCountNothing() {
        Blend blend =
                new Blend(2).add(Source.FACTORS, new float[] {-3, 1}, 1f).add(Source.SIMILAR, new float[] {0, 0}, 1f);

        assertThat(blend.scores()).containsExactly(0f, 1f);
    }
}
