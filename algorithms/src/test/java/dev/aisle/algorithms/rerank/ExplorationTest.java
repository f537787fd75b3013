package dev.aisle.algorithms.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.rerank.Exploration.Slot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExplorationTest {
    private static final int DRAWS = 100_000;

    @Property
    void everyPropensityIsAChanceAndNobodyStandsTwice(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @IntRange(min = 0, max = 8) int ordered,
            @ForAll @IntRange(min = 0, max = 8) int pool,
            @ForAll @IntRange(min = 0, max = 20) int count) {
        int[] order = IntStream.range(0, ordered).toArray();
        int[] others = IntStream.range(4, 4 + pool).toArray();

        List<Slot> slots = new Exploration(share).draw(order, others, count, new SplittableRandom(seed));

        Set<Integer> all = new HashSet<>();
        IntStream.concat(IntStream.of(order), IntStream.of(others)).forEach(all::add);
        assertThat(slots).hasSize(Math.min(count, all.size()));
        assertThat(slots).extracting(Slot::candidate).doesNotHaveDuplicates();
        assertThat(slots).allMatch(slot -> slot.propensity() > 0 && slot.propensity() <= 1);
    }

    @Property
    void withoutABudgetTheOrderStaysAndIsCertain(@ForAll long seed, @ForAll @IntRange(min = 0, max = 9) int n) {
        List<Slot> slots =
                new Exploration(0).draw(IntStream.range(0, n).toArray(), new int[] {77}, n, new SplittableRandom(seed));

        assertThat(slots)
                .isEqualTo(IntStream.range(0, n)
                        .mapToObj(candidate -> new Slot(candidate, false, 1))
                        .toList());
    }

    /** What is reported is how often it happens: at the first place 0.7 + 0.3 / 3 for the best, which is in the pool, and 0.3 / 3 for the others of the pool. */
    @Test
    void theReportedChanceIsTheFrequency() {
        Map<Slot, Integer> first = new HashMap<>();
        SplittableRandom random = new SplittableRandom(7);
        for (int draw = 0; draw < DRAWS; draw++) {
            Slot slot = new Exploration(0.3)
                    .draw(new int[] {0, 1}, new int[] {0, 8, 9}, 2, random)
                    .getFirst();
            first.merge(new Slot(slot.candidate(), false, slot.propensity()), 1, Integer::sum);
        }

        assertThat(first).hasSize(3);
        first.forEach((slot, times) -> assertThat(times / (double) DRAWS).isCloseTo(slot.propensity(), within(0.006)));
    }

    @Test
    void theSameSeedGivesTheSameList() {
        int[] order = IntStream.range(0, 10).toArray();
        int[] pool = IntStream.range(10, 20).toArray();

        assertThat(new Exploration(0.5).draw(order, pool, 8, new SplittableRandom(3)))
                .isEqualTo(new Exploration(0.5).draw(order, pool, 8, new SplittableRandom(3)));
    }
}
