package dev.aisle.algorithms.recommend;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.ArtefactWriter;

/**
 * Lists of items one after the other, as they lie in a file: list j is at {@code offsets[j] … offsets[j + 1] − 1}.
 *
 * @param offsets lists + 1 numbers, ascending from 0
 * @param items the lists
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once
public record StoredLists(int[] offsets, int[] items) {
    /** Adds both arrays under a name. */
    public void store(String name, ArtefactWriter into) {
        into.ints(name + ".offsets", offsets).ints(name, items);
    }

    /**
     * Reads both and checks them.
     *
     * @param itemCount the lists hold 0 … itemCount − 1; negative when there is a list for each
     */
    public static StoredLists read(String name, int itemCount, Artefact from) {
        StoredLists lists = new StoredLists(from.ints(name + ".offsets"), from.ints(name));
        int[] offsets = lists.offsets;
        int end = lists.items.length;
        if (offsets.length == 0 || offsets[0] != 0 || offsets[offsets.length - 1] != end) {
            throw from.contradiction("lists of " + name + " from 0 to " + end, offsets.length + " offsets");
        }
        for (int list = 1; list < offsets.length; list++) {
            if (offsets[list] < offsets[list - 1]) {
                throw from.contradiction("ascending offsets of " + name, "list " + (list - 1) + " of negative length");
            }
        }
        int items = itemCount < 0 ? offsets.length - 1 : itemCount;
        for (int item : lists.items) {
            if (item < 0 || item >= items) {
                throw from.contradiction("numbers of " + name + " below " + items, item);
            }
        }
        return lists;
    }
}
