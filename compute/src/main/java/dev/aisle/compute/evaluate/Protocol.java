package dev.aisle.compute.evaluate;

import dev.aisle.compute.UsageException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Turns both sides of a split into a data set, and the training side into one for a search of parameters.
 *
 * @param name of the data
 * @param rules that hold for all folds
 * @param newItems whether items that first come after the split are candidates
 * @param assembly of a fold
 * @param items by the reader's index
 * @param groups of people, by the reader's index
 */
record Protocol(String name, Rules rules, boolean newItems, Assembly assembly, Items items, List<String> groups) {
    private static final double TWO_TO_53 = 9_007_199_254_740_992d;

    /** The time that decides whether an entry is train or test: the end of its session, where sessions aren't torn apart. */
    static ToLongFunction<Entry> when(List<Entry> entries, boolean wholeSessions) {
        if (!wholeSessions) {
            return Entry::time;
        }
        Map<Integer, Long> ends = new HashMap<>();
        entries.forEach(entry -> ends.merge(entry.user(), entry.time(), Math::max));
        return entry -> ends.getOrDefault(entry.user(), entry.time());
    }

    /**
     * A data set.
     *
     * @param text of the split, for the report
     * @param within how train is split once more for a search
     */
    Dataset dataset(String text, List<Parts> parts, Split within, ToLongFunction<Entry> when) {
        List<Fold> folds = new ArrayList<>();
        for (Parts one : parts) {
            folds.add(assembly.fold(one, people(one), numbering(one), groups));
        }
        Parts first = parts.getFirst();
        return new Dataset(
                name, text, folds, items.renumbered(numbering(first)), List.of(), rules.repeats(), (share, seed) -> {
                    List<Entry> some = some(first.train(), share);
                    return dataset(
                            "validation: " + within.text(some, when),
                            within.of(some, when, seed),
                            within.within(),
                            when);
                });
    }

    /** The same, refused when models have nothing to learn or nothing to find. */
    Dataset usable(String text, List<Parts> parts, Split within, ToLongFunction<Entry> when) {
        Dataset data = dataset(text, parts, within, when);
        for (Fold fold : data.folds()) {
            if (fold.train().size() == 0) {
                throw new UsageException(
                        "--split: " + text + " leaves nothing to learn: the training part has no line");
            }
        }
        if (data.cases().stream().allMatch(Case::newcomer)) {
            throw new UsageException("--split: " + text + " leaves nothing to find: nobody of the training part took "
                    + "something afterwards that is in the catalogue"
                    + (rules.repeats() ? "" : " and that they didn't have; --repeats counts what is taken again"));
        }
        return data;
    }

    private Numbering people(Parts parts) {
        return rules.wholeCatalogue()
                ? Numbering.same(groups.size())
                : Numbering.trainFirst(parts, groups.size(), Entry::user);
    }

    /** Of equal scores the lower number wins: the item that was seen latest, where that is known. */
    private Numbering numbering(Parts parts) {
        if (rules.wholeCatalogue() || newItems) {
            return Numbering.same(items.names().size());
        }
        List<Entry> latestFirst = parts.train().stream()
                .sorted(Comparator.comparingLong(Entry::time).reversed())
                .toList();
        return Numbering.trainFirst(
                new Parts(latestFirst, parts.test()), items.names().size(), Entry::item);
    }

    private static List<Entry> some(List<Entry> entries, double share) {
        return share >= 1
                ? entries
                : entries.stream()
                        .filter(entry -> uniform(entry.user()) < share)
                        .toList();
    }

    /** The same index gets the same number in [0, 1) always. */
    static double uniform(int index) {
        long mixed = (index + 1L) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return ((mixed ^ mixed >>> 31) >>> 11) / TWO_TO_53;
    }

    /** Nobody is in a group. */
    static List<String> ungrouped(int people) {
        return IntStream.range(0, people).mapToObj(n -> "").toList();
    }
}
