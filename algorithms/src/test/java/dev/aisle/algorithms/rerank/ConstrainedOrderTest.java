package dev.aisle.algorithms.rerank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConstrainedOrderTest {
    @Property
    void aCapHoldsWhileThereAreOthers(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(min = 1, max = 20) int count,
            @ForAll @IntRange(min = 1, max = 5) int most) {
        int[] groups = new RandomCandidates(seed, n).groups();
        Cap cap = new Cap(groups, most);

        int[] order = new ConstrainedOrder(List.of(cap), List.of()).order(n, count);

        long possible = IntStream.of(groups).filter(group -> group == Cap.NONE).count()
                + IntStream.range(0, 4)
                        .mapToLong(group -> Math.min(
                                most,
                                IntStream.of(groups).filter(own -> own == group).count()))
                        .sum();
        int kept = (int) Math.min(Math.min(n, count), possible);
        for (int group = 0; group < 4; group++) {
            int own = group;
            assertThat(IntStream.of(order)
                            .limit(kept)
                            .filter(candidate -> groups[candidate] == own)
                            .count())
                    .isLessThanOrEqualTo(most);
        }
        assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, n).toArray());
    }

    @Property
    void aFloorHoldsForEveryBeginningWhileThereAreMembers(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        int[] groups = new RandomCandidates(seed, n).groups();
        BitSet members = new BitSet();
        IntStream.range(0, n).filter(candidate -> groups[candidate] == 0).forEach(members::set);

        int[] order = new ConstrainedOrder(List.of(), List.of(new Floor(members, share))).order(n, count);

        for (int k = 1; k <= Math.min(n, count); k++) {
            long shown = IntStream.of(order).limit(k).filter(members::get).count();
            assertThat(shown).isGreaterThanOrEqualTo(Math.min((int) (share * k), members.cardinality()));
        }
    }

    @Property
    void withoutConstraintsTheOrderStays(@ForAll @IntRange(min = 0, max = 40) int n) {
        assertThat(new ConstrainedOrder(List.of(), List.of()).order(n, n))
                .containsExactly(IntStream.range(0, n).toArray());
    }

    /** Geyik et al.'s rule by hand: half of each beginning from {3, 4} wants the first of them at place 2 and the second at place 4. */
    @Test
    void aFloorTakesItsMembersAsLateAsItMay() {
        BitSet members = new BitSet();
        members.set(3, 5);

        assertThat(new ConstrainedOrder(List.of(), List.of(new Floor(members, 0.5))).order(5, 5))
                .containsExactly(0, 3, 1, 4, 2);
    }

    @Test
    void aCapNeverMakesAListShort() {
        Cap one = new Cap(new int[] {0, 0, 0, 1}, 1);

        assertThat(new ConstrainedOrder(List.of(one), List.of()).order(4, 4)).containsExactly(0, 3, 1, 2);
    }

    @Test
    void capsHoldTogether() {
        Cap brand = new Cap(new int[] {0, 0, 1, 1, 2}, 1);
        Cap category = new Cap(new int[] {0, 1, 0, 1, 1}, 1);

        assertThat(new ConstrainedOrder(List.of(brand, category), List.of()).order(5, 2))
                .startsWith(0, 3);
    }
}
