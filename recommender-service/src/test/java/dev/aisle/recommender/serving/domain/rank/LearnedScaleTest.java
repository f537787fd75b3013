package dev.aisle.recommender.serving.domain.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.rerank.MonotoneMap;
import dev.aisle.recommender.models.domain.Source;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnedScaleTest {
    /** Of the best of a source half are taken up, of what has half of its score none. */
    private static final MonotoneMap HALF =
            MonotoneMap.fit(new double[] {0.5, 0.5, 1, 1}, new boolean[] {false, false, true, false});

    private final Scale scale = new LearnedScale(Map.of(Source.SIMILAR, HALF));

    @Test
    void aShareBecomesTheProbabilityThatWasLearned() {
        assertThat(scale.of(Source.SIMILAR, 4, 4)).isEqualTo(0.5f);
        assertThat(scale.of(Source.SIMILAR, 3, 4)).isEqualTo(0.25f);
        assertThat(scale.of(Source.SIMILAR, 2, 4)).isZero();
    }

    @Test
    void aSourceOfWhichNothingWasLearnedKeepsItsShare() {
        assertThat(scale.of(Source.FACTORS, 3, 4)).isEqualTo(0.75f);
        assertThat(scale.of(Source.FACTORS, -1, 4)).isZero();
    }
}
