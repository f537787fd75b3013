package dev.aisle.compute.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class SplitLawsTest {
    private static List<Entry> entries(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Entry> entries = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            // The weight tells the lines apart.
            entries.add(new Entry(random.nextInt(6), random.nextInt(5), random.nextInt(40), n + 1, true));
        }
        return entries;
    }

    @Property(tries = 100)
    void everyLineIsOnOneSide(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int count) {
        List<Entry> entries = entries(seed, count);
        for (Split split :
                List.of(new Split.At("", 20), new Split.Share(0.7), new Split.LeaveOneOut(), new Split.Folds(3, 3))) {
            for (Parts parts : split.of(entries, Entry::time, seed)) {
                List<Entry> both = new ArrayList<>(parts.train());
                both.addAll(parts.test());
                assertThat(both).containsExactlyInAnyOrderElementsOf(entries);
            }
        }
    }

    @Property(tries = 100)
    void nothingOfTrainIsLaterThanTheTest(@ForAll long seed, @ForAll @DoubleRange(min = 0.1, max = 0.9) double share) {
        Parts parts =
                new Split.Share(share).of(entries(seed, 50), Entry::time, seed).getFirst();

        long first = parts.test().stream().mapToLong(Entry::time).min().orElseThrow();
        assertThat(parts.train()).allSatisfy(entry -> assertThat(entry.time()).isLessThan(first));
    }

    @Property(tries = 100)
    void leaveOneOutTakesTheLatestOfEverybodyWhoHasTwo(@ForAll long seed) {
        List<Entry> entries = entries(seed, 20);
        Parts parts = new Split.LeaveOneOut().of(entries, Entry::time, seed).getFirst();
        Map<Integer, List<Entry>> byUser = new HashMap<>();
        entries.forEach(entry ->
                byUser.computeIfAbsent(entry.user(), user -> new ArrayList<>()).add(entry));

        byUser.forEach((user, own) -> {
            List<Entry> test =
                    parts.test().stream().filter(entry -> entry.user() == user).toList();
            assertThat(test).hasSize(own.size() > 1 ? 1 : 0);
            test.forEach(last ->
                    assertThat(own).allSatisfy(entry -> assertThat(entry.time()).isLessThanOrEqualTo(last.time())));
        });
    }

    @Property(tries = 100)
    void aNumberingHasEachNumberOnceAndTrainFirst(@ForAll long seed) {
        Parts parts =
                new Split.Share(0.5).of(entries(seed, 12), Entry::time, seed).getFirst();
        Numbering items = Numbering.trainFirst(parts, 8, Entry::item);

        assertThat(items.numbers()).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(parts.train())
                .allSatisfy(entry -> assertThat(items.of(entry.item())).isLessThan(items.inTrain()));
        assertThat(parts.train().stream().map(Entry::item).distinct()).hasSize(items.inTrain());
        List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        for (int n = 0; n < 8; n++) {
            assertThat(items.reordered(names).get(items.of(n))).isEqualTo(names.get(n));
        }
    }

    @Property(tries = 100)
    void weightsGrowWithTheirSumAndHalveWithTheHalfLife(
            @ForAll @IntRange(min = 1, max = 1_000_000) int thousandths,
            @ForAll @IntRange(min = 1, max = 400) int quarters) {
        double sum = thousandths / 1000.0;
        double days = quarters / 4.0;

        assertThat(Timelines.dampened(sum * 1.01)).isGreaterThan(Timelines.dampened(sum));
        assertThat(Timelines.dampened(sum)).isLessThanOrEqualTo(sum);
        Ageing ageing = new Ageing(days);
        assertThat(ageing.at(Math.round(days * Ageing.DAY_MILLIS))).isCloseTo(0.5, within(1e-6));
        assertThat(ageing.at(0)).isEqualTo(1);
        assertThat(Ageing.NONE.at(Long.MAX_VALUE / 2)).isEqualTo(1);
    }
}
