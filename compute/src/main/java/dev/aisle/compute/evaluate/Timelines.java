package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entries by person, the oldest first; of the same moment in the order of the file. */
final class Timelines {
    private final List<List<Entry>> byRow = new ArrayList<>();

    private Timelines(int rows) {
        for (int row = 0; row < rows; row++) {
            byRow.add(new ArrayList<>());
        }
    }

    static Timelines of(List<Entry> entries, Numbering people) {
        Timelines timelines = new Timelines(people.numbers().length);
        entries.forEach(entry -> timelines.byRow.get(people.of(entry.user())).add(entry));
        timelines.byRow.forEach(row -> row.sort(Comparator.comparingLong(Entry::time)));
        return timelines;
    }

    List<Entry> of(int row) {
        return byRow.get(row);
    }

    int size() {
        return byRow.size();
    }

    /** The last steps as a sequence. */
    static History sequence(List<Entry> entries, Numbering items) {
        List<Entry> last = entries.subList(Math.max(0, entries.size() - Case.LONGEST), entries.size());
        return History.of(
                last.stream().mapToInt(entry -> items.of(entry.item())).toArray());
    }

    /** A pair that comes with the weights w₁ … wₙ counts their sum, from 1 on {@code 1 + ln Σ w}: the tenth purchase of bread says less than the first. */
    static double dampened(double sum) {
        return sum <= 1 ? sum : 1 + Math.log(sum);
    }

    /** People × items of the first rows. */
    Interactions matrix(int rows, int columns, Numbering items, Ageing ageing) {
        long now = latest();
        InteractionsBuilder pairs = Interactions.collect(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (Entry entry : byRow.get(row)) {
                pairs.add(row, items.of(entry.item()), (float) (entry.weight() * ageing.at(now - entry.time())));
            }
        }
        return pairs.build().mapWeights(Timelines::dampened);
    }

    /** The same pairs, weighted by the days since they last came. */
    Interactions ages(int rows, int columns, Numbering items) {
        long now = latest();
        InteractionsBuilder pairs = Interactions.collect(rows, columns);
        for (int row = 0; row < rows; row++) {
            Map<Integer, Long> last = new LinkedHashMap<>();
            byRow.get(row).forEach(entry -> last.put(items.of(entry.item()), entry.time()));
            int user = row;
            last.forEach((item, time) ->
                    pairs.add(user, item, (float) Math.max(Fold.LEAST_AGE, (now - time) / Ageing.DAY_MILLIS)));
        }
        return pairs.build();
    }

    private long latest() {
        return byRow.stream().flatMap(List::stream).mapToLong(Entry::time).max().orElse(0);
    }
}
