package dev.aisle.recommender.serving.domain.candidates;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Something for each of a few products of a model, by their numbers: a request looks up hundreds, and the texts of their ids lie all over the memory. Not for
 * several threads.
 *
 * @param <V> what each has
 */
public final class ItemMap<V> {
    private static final int FREE = -1;
    private static final int SPREAD = 0x9e3779b9;

    private final int[] items;
    private final @Nullable Object[] values;
    private final int shift;

    /**
     * An empty one.
     *
     * @param most how many products it takes
     */
    public ItemMap(int most) {
        int bits = Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(2 * most));
        this.items = new int[1 << bits];
        this.values = new Object[1 << bits];
        this.shift = Integer.SIZE - bits;
        Arrays.fill(items, FREE);
    }

    /** Puts it there unless the product has something; whether it had nothing. */
    public boolean putIfAbsent(int item, V value) {
        int slot = slot(item);
        if (items[slot] == item) {
            return false;
        }
        items[slot] = item;
        values[slot] = value;
        return true;
    }

    /** What a product has; {@code null} when it has nothing. */
    @SuppressWarnings("unchecked") // only a V was put there
    public @Nullable V get(int item) {
        int slot = slot(item);
        return items[slot] == item ? (V) values[slot] : null;
    }

    private int slot(int item) {
        int slot = (item * SPREAD) >>> shift;
        while (items[slot] != FREE && items[slot] != item) {
            slot = (slot + 1) & (items.length - 1);
        }
        return slot;
    }
}
