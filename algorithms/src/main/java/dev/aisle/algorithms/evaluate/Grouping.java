package dev.aisle.algorithms.evaluate;

import java.util.List;
import java.util.stream.IntStream;

/** Things in groups, each in one at most: items by brand or price level, lists by a trait of their people. Immutable. */
public final class Grouping {
    /** The group of something that is in none. */
    public static final int NONE = -1;

    private final int[] groupOf;
    private final List<String> names;
    private final int[] sizes;

    private Grouping(int[] groupOf, List<String> names) {
        this.groupOf = groupOf;
        this.names = names;
        this.sizes = new int[names.size()];
        for (int group : groupOf) {
            if (group != NONE) {
                sizes[group]++;
            }
        }
    }

    /**
     * A grouping.
     *
     * @param groupOf by thing: its group, {@code 0 ≤ group < names}, or {@link #NONE}
     * @param names of the groups
     */
    public static Grouping of(int[] groupOf, List<String> names) {
        for (int n = 0; n < groupOf.length; n++) {
            if (groupOf[n] < NONE || groupOf[n] >= names.size()) {
                throw new IllegalArgumentException("place " + n + ": group " + groupOf[n] + " of " + names.size());
            }
        }
        return new Grouping(groupOf.clone(), List.copyOf(names));
    }

    /** The same groups for the things at some places. */
    Grouping at(int[] places) {
        return new Grouping(IntStream.of(places).map(place -> groupOf[place]).toArray(), names);
    }

    /** Number of groups. */
    public int groups() {
        return names.size();
    }

    /** Number of things. */
    public int things() {
        return groupOf.length;
    }

    /** The group of a thing, or {@link #NONE}. */
    public int groupOf(int thing) {
        return groupOf[thing];
    }

    /** The name of a group. */
    public String name(int group) {
        return names.get(group);
    }

    /** Number of things in a group. */
    public int size(int group) {
        return sizes[group];
    }
}
