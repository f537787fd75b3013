package dev.aisle.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.deep.ItemFeatures;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RivalsTest {
    private static final ItemFeatures FEATURES =
            ItemFeatures.of(List.of(new float[] {1}, new float[] {1}, new float[] {1}, new float[] {1}, new float[0]));

    @Property(tries = 100)
    void headAndTargetsAlwaysCountAndEachColumnIsAnotherItem(
            @ForAll @IntRange(min = 1, max = 60) int items,
            @ForAll @IntRange(min = 0, max = 20) int head,
            @ForAll @IntRange(min = 0, max = 20) int drawn,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Rivals rivals = new Rivals(Rivals.all(items).items(), 0, head, drawn);
        long[] targets = random.longs(5, 0, items).toArray();

        Rivals.Columns columns = rivals.columns(targets, random);

        assertThat(columns.items()).doesNotHaveDuplicates().contains(targets);
        for (int n = 0; n < Math.min(head, items); n++) {
            assertThat(columns.items()[n]).isEqualTo(n);
        }
        double standsFor = 0;
        for (float shift : columns.shifts()) {
            standsFor += Math.exp(shift);
        }
        assertThat(standsFor).isCloseTo(drawn > 0 ? items : columns.items().length, within(1e-3));
        for (int n = 0; n < targets.length; n++) {
            assertThat(columns.items()[(int) columns.targets()[n]]).isEqualTo(targets[n]);
            assertThat(columns.shifts()[(int) columns.targets()[n]]).isZero();
        }
    }

    /** {@code E[Σ e^(score + shift)] = Σ e^score}, over the draws. */
    @Test
    void theSumOverAllItemsIsEstimatedWithoutBias() {
        int items = 400;
        SplittableRandom random = new SplittableRandom(9);
        double[] scores = random.doubles(items, -2, 2).toArray();
        Rivals rivals = new Rivals(Rivals.all(items).items(), 0, 50, 40);
        long[] targets = {3, 120, 333};
        double expected = Arrays.stream(scores).map(Math::exp).sum();

        double mean = 0;
        int draws = 4000;
        for (int draw = 0; draw < draws; draw++) {
            Rivals.Columns columns = rivals.columns(targets, random);
            for (int n = 0; n < columns.items().length; n++) {
                mean += Math.exp(scores[(int) columns.items()[n]] + columns.shifts()[n]) / draws;
            }
        }

        assertThat(mean).isCloseTo(expected, within(0.01 * expected));
    }

    @Test
    void whereFeaturesPlaceItemsOneThatNobodyTookIsHeldAgainstNone() {
        Sequences sequences = new Sequences(List.of(new int[] {2, 0, 2}), List.of());

        // Of the last one nothing is known: that nobody takes it is all that there is to learn.
        assertThat(Rivals.of(sequences, 5, FEATURES).items()).containsExactly(2, 0, 4);
        assertThat(Rivals.of(sequences, 5, ItemFeatures.NONE).items()).containsExactly(2, 0, 1, 3, 4);
        assertThat(Rivals.of(sequences, 5, ItemFeatures.NONE).everything(5)).isTrue();
        assertThat(Rivals.of(sequences, 5, FEATURES).everything(5)).isFalse();
    }
}
