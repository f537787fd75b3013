package dev.aisle.algorithms.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TopKTest {
    @Property
    void theBestOfManyAreTheFirstOfAllSorted(
            @ForAll @Size(max = 60) List<@IntRange(min = -3, max = 8) Integer> values,
            @ForAll @IntRange(max = 70) int k,
            @ForAll @Size(max = 10) List<@IntRange(max = 59) Integer> excluded) {
        float[] scores = new float[values.size()];
        IntStream.range(0, scores.length).forEach(i -> scores[i] = values.get(i) / 2f);
        BitSet left = new BitSet();
        excluded.forEach(left::set);

        List<ScoredItem> best = TopK.select(scores, k, left);

        assertThat(best)
                .isEqualTo(IntStream.range(0, scores.length)
                        .filter(i -> !left.get(i))
                        .mapToObj(i -> new ScoredItem(i, scores[i] + 0f))
                        .sorted(Comparator.comparingDouble(ScoredItem::score)
                                .reversed()
                                .thenComparingInt(ScoredItem::item))
                        .limit(k)
                        .toList());
    }

    @Test
    void anItemWithoutAScoreIsNeverChosen() {
        float[] scores = {Float.NaN, Float.NEGATIVE_INFINITY, -1e30f, Float.POSITIVE_INFINITY};

        assertThat(TopK.select(scores, 4, new BitSet()))
                .extracting(ScoredItem::item)
                .containsExactly(3, 2);
    }
}
