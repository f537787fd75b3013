package dev.aisle.algorithms.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Lists, and whose they are. Lists of one person depend on each other, so intervals and tests draw people, not lists.
 *
 * @param lists one a question; whoever took nothing counts in the metrics of what was shown only
 * @param people by list: whose it is, any numbers
 * @param groups by list: the group of its person
 */
@SuppressWarnings("ArrayRecordComponent") // read only
public record Panel(List<JudgedList> lists, int[] people, Optional<Grouping> groups) {
    /** Checks the lengths. */
    public Panel {
        boolean grouped = groups.map(all -> all.things() == people.length).orElse(true);
        if (lists.size() != people.length || !grouped) {
            throw new IllegalArgumentException(lists.size() + " lists of " + people.length + " people");
        }
        lists = List.copyOf(lists);
    }

    /** Each list is somebody else's. */
    public static Panel of(List<JudgedList> lists) {
        return new Panel(lists, IntStream.range(0, lists.size()).toArray(), Optional.empty());
    }

    /** The lists at some places. */
    public Panel at(int[] places) {
        return new Panel(
                IntStream.of(places).mapToObj(lists::get).toList(),
                IntStream.of(places).map(place -> people[place]).toArray(),
                groups.map(all -> all.at(places)));
    }

    /** The lists that look for one of some items, and only these. */
    Panel seeking(IntPredicate asked) {
        int[] places = IntStream.range(0, lists.size())
                .filter(place -> lists.get(place).seeking(asked).relevant() > 0)
                .toArray();
        Panel slice = at(places);
        return new Panel(slice.lists.stream().map(list -> list.seeking(asked)).toList(), slice.people, slice.groups);
    }

    /** Number of different people. */
    public int peopleCount() {
        return (int) IntStream.of(people).distinct().count();
    }
}
