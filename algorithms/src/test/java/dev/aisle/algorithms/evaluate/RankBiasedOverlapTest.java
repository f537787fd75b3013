package dev.aisle.algorithms.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RankBiasedOverlapTest {
    private static final RankBiasedOverlap LIKENESS = new RankBiasedOverlap(0.9);

    @Test
    void anExampleByHand() {
        // A_1 = 0, A_2 = 1, and 1 from there on: (1 − p) (0 + p + p² + …) = p.
        assertThat(LIKENESS.of(List.of("a", "b"), List.of("b", "a"))).isCloseTo(0.9, within(1e-12));
        // A_1 = 1, and a half from there on: (1 − p) + p / 2.
        assertThat(LIKENESS.of(List.of("a", "b"), List.of("a", "c"))).isCloseTo(0.55, within(1e-12));
    }

    @Test
    void emptyRankings() {
        assertThat(LIKENESS.of(List.of(), List.of())).isEqualTo(1);
        assertThat(LIKENESS.of(List.of("a"), List.of())).isZero();
    }

    @Test
    void aPersistenceOutsideIsRefused() {
        assertThatThrownBy(() -> new RankBiasedOverlap(1)).hasMessageContaining("0 < p < 1");
        assertThatThrownBy(() -> new RankBiasedOverlap(Double.NaN)).hasMessageContaining("0 < p < 1");
    }

    @Property(tries = 300)
    void equalsTheInfiniteSumOfItsDefinition(
            @ForAll("rankings") List<Integer> first,
            @ForAll("rankings") List<Integer> second,
            @ForAll @DoubleRange(min = 0.1, max = 0.95) double p) {
        assertThat(new RankBiasedOverlap(p).of(first, second)).isCloseTo(sum(first, second, p), within(1e-9));
    }

    @Property(tries = 300)
    void isTheSameInBothDirectionsAndWithinZeroAndOne(
            @ForAll("rankings") List<Integer> first, @ForAll("rankings") List<Integer> second) {
        double likeness = LIKENESS.of(first, second);

        assertThat(likeness).isBetween(0.0, 1.0).isEqualTo(LIKENESS.of(second, first));
        assertThat(LIKENESS.of(first, first)).isCloseTo(1, within(1e-12));
        if (first.stream().noneMatch(second::contains)) {
            assertThat(likeness).isZero();
        }
    }

    @Provide
    Arbitrary<List<Integer>> rankings() {
        return Arbitraries.integers()
                .between(0, 15)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    /** (1 − p) Σ A_d p^(d−1), the agreement beyond what is seen as Webber, Moffat and Zobel assume it, section 4.4. */
    private static double sum(List<Integer> first, List<Integer> second, double p) {
        int s = Math.min(first.size(), second.size());
        int l = Math.max(first.size(), second.size());
        double sum = 0;
        for (int d = 1; d <= 2_000; d++) {
            double agreement;
            if (d <= s) {
                agreement = (double) common(first, second, d) / d;
            } else {
                int depth = Math.min(d, l);
                double ofShort = (double) common(first, second, s) / s;
                double seen = common(first, second, depth) - common(first, second, s);
                agreement = seen / depth + ofShort;
                if (d <= l) {
                    agreement = (common(first, second, d) + ofShort * (d - s)) / d;
                }
            }
            sum += (1 - p) * agreement * Math.pow(p, d - 1);
        }
        return sum;
    }

    private static int common(List<Integer> first, List<Integer> second, int depth) {
        Set<Integer> top = new HashSet<>(first.subList(0, Math.min(depth, first.size())));
        top.retainAll(second.subList(0, Math.min(depth, second.size())));
        return top.size();
    }
}
