package dev.aisle.algorithms.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PositionBiasTest {
    private static final int SHOWN = 10;
    private static final ItemScore SCORE = ItemScore.feature(0);

    @Test
    void whatIsKnownOfPlacesIsFoundInClicksOfListsThatWereOrderedByWhatPeopleWant() {
        PositionBias bias = PositionBias.estimate(lists(30_000, position -> 1.0 / position), SCORE);

        for (int position = 1; position <= SHOWN; position++) {
            assertThat(bias.at(position)).as("place %s", position).isCloseTo(1.0 / position, within(0.03));
        }
    }

    @Test
    void whereAllPlacesAreLookedAtAlikeNothingIsWeighted() {
        PositionBias bias = PositionBias.estimate(lists(30_000, position -> 1), SCORE);

        for (int position = 1; position <= SHOWN; position++) {
            assertThat(bias.weight(position)).as("place %s", position).isCloseTo(1, within(0.06));
        }
    }

    @Test
    void clicksByPlaceAloneWouldSayMore() {
        List<ShownList> lists = lists(30_000, position -> 1);

        double byPlaceAlone = PositionBias.estimate(lists, features -> 0).at(SHOWN);

        assertThat(byPlaceAlone).isLessThan(0.7);
    }

    @Test
    void aPlaceThatHardlyAnythingIsKnownOfIsAsTheOneAbove() {
        ShownList once = new ShownList(0, new float[][] {{0.5f}}, new int[] {40}, new float[] {0});
        List<ShownList> lists = new ArrayList<>(lists(2_000, position -> 1));
        lists.add(once);

        PositionBias bias = PositionBias.estimate(lists, SCORE);

        assertThat(bias.at(40)).isCloseTo(bias.at(SHOWN), within(0.1));
        assertThat(bias.at(1_000)).isEqualTo(bias.at(40));
    }

    @Test
    void withoutListsOrClicksEveryPlaceCountsAlike() {
        assertThat(PositionBias.estimate(List.of(), SCORE).at(7)).isEqualTo(1);
        List<ShownList> unclicked =
                List.of(new ShownList(0, new float[][] {{Float.NaN}, {1}}, new int[] {1, 2}, new float[2]));
        assertThat(PositionBias.estimate(unclicked, SCORE).at(2)).isEqualTo(1);
    }

    @Test
    void aGainWhereNobodyLooksCountsFiftyTimesAtMost() {
        assertThat(new PositionBias(1, 1e-9).weight(2)).isEqualTo(50);
        assertThatThrownBy(() -> new PositionBias(1, 0)).hasMessageContaining("expected it above 0");
    }

    private interface Looking {
        double at(int position);
    }

    /** The best ten of twenty, ordered by how much they are wanted. */
    private static List<ShownList> lists(int count, Looking looking) {
        SplittableRandom random = new SplittableRandom(3);
        return IntStream.range(0, count)
                .mapToObj(n -> {
                    float[][] rows = IntStream.range(0, 2 * SHOWN)
                            .mapToObj(item -> new float[] {(float) random.nextDouble()})
                            .sorted(Comparator.comparingDouble((float[] row) -> row[0])
                                    .reversed())
                            .limit(SHOWN)
                            .toArray(float[][]::new);
                    float[] gains = new float[SHOWN];
                    for (int item = 0; item < SHOWN; item++) {
                        double wanted = 0.6 * rows[item][0] * rows[item][0];
                        gains[item] = random.nextDouble() < looking.at(item + 1) * wanted ? 1 : 0;
                    }
                    int[] positions = new int[SHOWN];
                    Arrays.setAll(positions, item -> item + 1);
                    return new ShownList(n, rows, positions, gains);
                })
                .toList();
    }
}
