package dev.aisle.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.sequence.Sessions;
import dev.aisle.algorithms.sequence.Sessions.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SequencesTest {
    /** Items of a session are all different, so that a pair tells its session. */
    private static Sessions sessions(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Session> all = new ArrayList<>();
        int next = 0;
        for (int s = 0; s < count; s++) {
            int[] items = new int[1 + random.nextInt(40)];
            for (int step = 0; step < items.length; step++) {
                items[step] = next++;
            }
            all.add(new Session(items, s));
        }
        return Sessions.of(next, all);
    }

    @Property(tries = 50)
    void eachStepIsLearnedOnceOrHeldBack(
            @ForAll @IntRange(min = 2, max = 60) int count,
            @ForAll @IntRange(min = 1, max = 30) int chunk,
            @ForAll @IntRange(min = 1, max = 200) int places) {
        Sessions sessions = sessions(count, count);
        boolean usable = sessions.steps() > sessions.size();
        if (!usable) {
            return;
        }
        Sequences sequences = Sequences.of(sessions, chunk, 2000, 1);
        int[] asked = new int[sessions.itemCount()];

        for (Batch batch : sequences.batches(places, 1)) {
            for (int n = 0; n < batch.places().length; n++) {
                long before = batch.items()[(int) batch.places()[n]];
                assertThat(batch.targets()[n]).isEqualTo(before + 1);
                asked[(int) batch.targets()[n]]++;
            }
            assertThat(batch.steps()).isLessThanOrEqualTo(chunk);
        }
        sequences.held().forEach(held -> asked[held[held.length - 1]]++);

        int[] expected = new int[asked.length];
        Arrays.fill(expected, 1);
        for (int session = 0; session < sessions.size(); session++) {
            expected[sessions.item(sessions.start(session))] = 0;
        }
        assertThat(asked).isEqualTo(expected);
    }

    @Property(tries = 50)
    void aWindowHoldsTheLastItemsUpToItsPlace(@ForAll @IntRange(min = 1, max = 12) int length) {
        Batch batch = Sequences.batch(List.of(new int[] {5, 6, 7, 8, 9}, new int[] {1, 2}));

        Batch.Windows windows = batch.windows(length);

        for (int n = 0; n < batch.places().length; n++) {
            int step = (int) batch.places()[n] % batch.steps();
            for (int back = 0; back < length; back++) {
                int at = n * length + length - 1 - back;
                assertThat(windows.known()[at]).isEqualTo(back <= step ? 1f : 0f);
                if (back <= step) {
                    assertThat(windows.items()[at]).isEqualTo(batch.items()[(int) batch.places()[n] - back]);
                }
            }
        }
    }
}
