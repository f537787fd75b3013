package dev.aisle.algorithms.baskets;

import java.util.Arrays;

/** A set of item numbers, ascending. */
final class ItemSet {
    private final int[] items;

    /** Takes the array as it is. */
    ItemSet(int[] ascending) {
        this.items = ascending;
    }

    int size() {
        return items.length;
    }

    int item(int at) {
        return items[at];
    }

    ItemSet without(int at) {
        int[] rest = new int[items.length - 1];
        System.arraycopy(items, 0, rest, 0, at);
        System.arraycopy(items, at + 1, rest, at, rest.length - at);
        return new ItemSet(rest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ItemSet set && Arrays.equals(items, set.items);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(items);
    }
}
