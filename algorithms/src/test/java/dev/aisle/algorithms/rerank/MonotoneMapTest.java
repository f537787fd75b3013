package dev.aisle.algorithms.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MonotoneMapTest {
    /** Pool adjacent violators by hand: 0 | 1 0 pooled to 1/2 | 1. */
    @Test
    void violatorsArePooled() {
        MonotoneMap map = MonotoneMap.fit(new double[] {4, 1, 3, 2}, new boolean[] {true, false, false, true});

        assertThat(map.of(1)).isZero();
        assertThat(map.of(2)).isEqualTo(0.5);
        assertThat(map.of(3)).isEqualTo(0.5);
        assertThat(map.of(4)).isEqualTo(1);
        assertThat(map.of(3.5)).isEqualTo(0.75);
        assertThat(map.of(-9)).isZero();
        assertThat(map.of(9)).isEqualTo(1);
    }

    @Property
    void itNeverFallsAndKeepsTheShareOfHits(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int n) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] scores =
                random.ints(n, 0, 20).mapToDouble(score -> score / 4.0).toArray();
        boolean[] hits = new boolean[n];
        IntStream.range(0, n).forEach(i -> hits[i] = random.nextDouble() < scores[i] / 5);

        MonotoneMap map = MonotoneMap.fit(scores, hits);

        double[] along =
                IntStream.range(-4, 60).mapToDouble(step -> map.of(step / 8.0)).toArray();
        assertThat(along).isSorted();
        double right = IntStream.range(0, n).filter(i -> hits[i]).count();
        assertThat(Arrays.stream(scores).map(map::of).sum()).isCloseTo(right, within(1e-9));
    }

    @Test
    void nothingCantBeFitted() {
        assertThatIllegalArgumentException().isThrownBy(() -> MonotoneMap.fit(new double[0], new boolean[0]));
    }
}
