package dev.aisle.algorithms.privacy.anonymity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts rows by key: an open hash table of longs, without a box or an object a row. */
final class Groups {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] keys;
    private final int[] slots;
    private final long[] sizes;
    private final int shift;
    private int count;

    Groups(int atMost) {
        int capacity = Math.max(Integer.highestOneBit(Math.max(atMost, 1)) * 4, 8);
        keys = new long[capacity];
        slots = new int[capacity];
        sizes = new long[atMost];
        shift = Long.SIZE - Integer.numberOfTrailingZeros(capacity);
    }

    /** The number of the group with this key; a new one if need be. */
    int find(long key) {
        int slot = (int) ((key * SPREAD) >>> shift);
        while (slots[slot] != 0) {
            if (keys[slot] == key) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        slots[slot] = ++count;
        return count - 1;
    }

    void add(int group, long rows) {
        sizes[group] += rows;
    }

    int count() {
        return count;
    }

    /** @param diversity different sensitive values of each group; {@code null} when that is no matter */
    Grouping judge(AnonymityRules rules, int @Nullable [] diversity, long rows) {
        long suppressed = 0;
        int classes = 0;
        int singles = 0;
        long smallest = Long.MAX_VALUE;
        for (int group = 0; group < count; group++) {
            if (sizes[group] < rules.k() || (diversity != null && diversity[group] < rules.l())) {
                suppressed += sizes[group];
            } else {
                classes++;
                singles += sizes[group] == 1 ? 1 : 0;
                smallest = Math.min(smallest, sizes[group]);
            }
        }
        return new Grouping(rows, suppressed, classes, classes == 0 ? 0 : smallest, singles);
    }

    @Override
    public String toString() {
        return count + " groups of " + Arrays.stream(sizes).sum();
    }
}
