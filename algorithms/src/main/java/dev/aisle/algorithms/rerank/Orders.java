package dev.aisle.algorithms.rerank;

import java.util.BitSet;
import java.util.stream.IntStream;

/** What the orders of this package have in common. */
final class Orders {
    private Orders() {}

    /** The candidates as they came. */
    static int[] plain(int candidates) {
        return IntStream.range(0, candidates).toArray();
    }

    /** The chosen ones, then all others as they came. */
    static int[] completed(int[] chosen, int count, int candidates) {
        int[] order = new int[candidates];
        System.arraycopy(chosen, 0, order, 0, count);
        BitSet taken = new BitSet(candidates);
        for (int place = 0; place < count; place++) {
            taken.set(chosen[place]);
        }
        int next = count;
        for (int candidate = taken.nextClearBit(0); next < candidates; candidate = taken.nextClearBit(candidate + 1)) {
            order[next++] = candidate;
        }
        return order;
    }

    /** @throws IllegalArgumentException when a share is no number from 0 to 1 */
    static void checkShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + ": expected 0 to 1, was " + share);
        }
    }
}
