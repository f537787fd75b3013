package dev.aisle.algorithms.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingComparisonTest {
    private static final ItemScore AS_SHOWN = ItemScore.feature(0);
    private static final ItemScore REVERSED = features -> -features[0];
    private static final PositionBias HALVED = new PositionBias(1, 0.5, 0.25);
    private static final double SECOND = 1 / (Math.log(3) / Math.log(2));

    @Test
    void aClickWhereFewLookCountsMoreAlsoWhenItIsTheOnlyOne() {
        List<ShownList> lists = List.of(list(1, 0, 0), list(0, 0, 1));

        RankingComparison compared = compare(lists, AS_SHOWN, REVERSED);

        assertThat(compared.first().value()).isCloseTo((1 + 4 * 0.5) / 5, within(1e-9));
        assertThat(compared.second().value()).isCloseTo((0.5 + 4) / 5, within(1e-9));
        assertThat(compared.lists()).isEqualTo(2);
    }

    @Test
    void severalClicksOfAListAreMeasuredByItsBestOrder() {
        RankingComparison compared = compare(List.of(list(1, 0, 1)), AS_SHOWN, REVERSED);

        double best = 4 + SECOND;
        assertThat(compared.first().value()).isCloseTo((1 + 4 * 0.5) / best, within(1e-6));
        assertThat(compared.second().value()).isCloseTo((4 + 0.5) / best, within(1e-6));
    }

    @Test
    void itemsWithTheSameScoreShareTheirPlaces() {
        double mean = (1 + SECOND + 0.5) / 3;

        assertThat(compare(List.of(list(1, 0, 0)), features -> 0, AS_SHOWN)
                        .first()
                        .value())
                .isCloseTo(mean, within(1e-9));
        assertThat(compare(List.of(list(1, 0, 0)), features -> Double.NaN, AS_SHOWN)
                        .first()
                        .value())
                .isCloseTo(mean, within(1e-9));
    }

    @Test
    void listsWithoutAClickSayNothing() {
        List<ShownList> lists = List.of(list(1, 0, 0), list(0, 0, 0));

        assertThat(compare(lists, AS_SHOWN, REVERSED).lists()).isEqualTo(1);
        assertThatThrownBy(() -> compare(List.of(list(0, 0, 0)), AS_SHOWN, REVERSED))
                .hasMessageContaining("no list with a gain");
    }

    @Test
    void anOrderIsBetterOnlyBeyondChance() {
        List<ShownList> clear = Collections.nCopies(30, list(1, 0, 0));

        assertThat(compare(clear, AS_SHOWN, REVERSED).firstIsBetter()).isTrue();
        assertThat(compare(clear, AS_SHOWN, AS_SHOWN).firstIsBetter()).isFalse();
        assertThat(compare(List.of(list(1, 0, 0), list(0, 0, 1)), REVERSED, AS_SHOWN)
                        .firstIsBetter())
                .isFalse();
    }

    private static RankingComparison compare(List<ShownList> lists, ItemScore first, ItemScore second) {
        return RankingComparison.of(lists, first, second, HALVED, 500, 1);
    }

    private static ShownList list(float... gains) {
        return new ShownList(0, new float[][] {{3}, {2}, {1}}, new int[] {1, 2, 3}, gains);
    }
}
