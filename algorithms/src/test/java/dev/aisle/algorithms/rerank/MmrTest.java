package dev.aisle.algorithms.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MmrTest {
    /** Carbonell and Goldstein's rule by hand: after a (1.0) its copy b (0.9) is worth 0.5·0.9 − 0.5·1 = −0.05, and c (0.5) 0.5·0.5 − 0 = 0.25. */
    @Test
    void aCopyOfTheFirstGivesWayToSomethingElse() {
        double[][] s = {{1, 1, 0}, {1, 1, 0}, {0, 0, 1}};

        assertThat(new Mmr(0.5).order(new float[] {1f, 0.9f, 0.5f}, (a, b) -> s[a][b], 3))
                .containsExactly(0, 2, 1);
    }

    @Property
    void withoutDiversityTheOrderStays(@ForAll long seed, @ForAll @IntRange(min = 0, max = 30) int n) {
        RandomCandidates candidates = new RandomCandidates(seed, n);

        assertThat(new Mmr(0).order(candidates.relevance(), candidates::cosine, n))
                .containsExactly(IntStream.range(0, n).toArray());
    }

    @Property
    void everyCandidateStandsOnceAndTheRestKeepsItsOrder(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int n,
            @ForAll @IntRange(min = 0, max = 40) int count,
            @ForAll @DoubleRange(min = 0, max = 1) double diversity) {
        RandomCandidates candidates = new RandomCandidates(seed, n);

        int[] order = new Mmr(diversity).order(candidates.relevance(), candidates::cosine, count);

        assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, n).toArray());
        assertThat(IntStream.of(order).skip(count).toArray()).isSorted();
    }

    @Property
    void eachPlaceGoesToTheGreatestMarginalRelevance(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 15) int n,
            @ForAll @DoubleRange(min = 0, max = 1) double diversity) {
        RandomCandidates candidates = new RandomCandidates(seed, n);

        int[] order = new Mmr(diversity).order(candidates.relevance(), candidates::cosine, n);

        for (int place = 0; place < n; place++) {
            int[] above = IntStream.of(order).limit(place).toArray();
            double own = candidates.marginal(diversity, order[place], above);
            for (int below = place + 1; below < n; below++) {
                assertThat(candidates.marginal(diversity, order[below], above)).isLessThanOrEqualTo(own + 1e-12);
            }
        }
    }

    @Test
    void aShareBeyondOneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Mmr(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Mmr(Double.NaN));
    }
}
