package dev.aisle.algorithms.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GreedyDppTest {
    @Property
    void eachPlaceAddsMostToRelevanceAndDeterminant(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int n,
            @ForAll @DoubleRange(min = 0.01, max = 1) double diversity) {
        RandomCandidates candidates = new RandomCandidates(seed, n);
        int count = Math.min(n, 4);

        int[] order = new GreedyDpp(diversity).order(candidates.relevance(), candidates::cosine, count);

        for (int place = 0; place < count; place++) {
            int[] above = IntStream.of(order).limit(place).toArray();
            double own = objective(candidates, diversity, above, order[place]);
            double best = IntStream.range(0, n)
                    .filter(candidate -> Arrays.stream(above).noneMatch(taken -> taken == candidate))
                    .mapToDouble(candidate -> objective(candidates, diversity, above, candidate))
                    .max()
                    .orElseThrow();
            assertThat(own).isCloseTo(best, within(1e-7));
        }
    }

    private static double objective(RandomCandidates candidates, double diversity, int[] above, int candidate) {
        int[] set =
                IntStream.concat(IntStream.of(above), IntStream.of(candidate)).toArray();
        double relevance =
                IntStream.of(set).mapToDouble(i -> candidates.relevance()[i]).sum();
        return (1 - diversity) * relevance + diversity * candidates.logDeterminant(set);
    }

    @Property
    void withoutDiversityTheOrderStays(@ForAll long seed, @ForAll @IntRange(min = 0, max = 30) int n) {
        RandomCandidates candidates = new RandomCandidates(seed, n);

        assertThat(new GreedyDpp(0).order(candidates.relevance(), candidates::cosine, n))
                .containsExactly(IntStream.range(0, n).toArray());
    }

    @Test
    void copiesComeLastAsTheyCame() {
        assertThat(new GreedyDpp(0.5).order(new float[] {1, 0.9f, 0.8f, 0.1f}, (a, b) -> a / 2 == b / 2 ? 1 : 0, 4))
                .containsExactly(0, 2, 1, 3);
    }

    @Property
    void everyCandidateStandsOnce(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int n,
            @ForAll @IntRange(min = 0, max = 40) int count,
            @ForAll @DoubleRange(min = 0, max = 1) double diversity) {
        RandomCandidates candidates = new RandomCandidates(seed, n);

        assertThat(new GreedyDpp(diversity).order(candidates.relevance(), candidates::cosine, count))
                .containsExactlyInAnyOrder(IntStream.range(0, n).toArray());
    }
}
