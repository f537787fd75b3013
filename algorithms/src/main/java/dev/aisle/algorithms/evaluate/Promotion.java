package dev.aisle.algorithms.evaluate;

/** How far a re-ranking reaches down. */
public final class Promotion {
    private Promotion() {}

    /**
     * How many places below the top n the lowest item stood that a re-ranking lifted into it (least item promoted).
     *
     * @param before items, best first
     * @param after the same items or some of them in the new order
     * @return 0 when nothing came up
     * @throws IllegalArgumentException when an item of the new top wasn't in the old list
     */
    public static int leastItem(int[] before, int[] after, int n) {
        int lowest = n;
        for (int rank = 0; rank < Math.min(n, after.length); rank++) {
            lowest = Math.max(lowest, placeOf(after[rank], before));
        }
        return lowest - n;
    }

    private static int placeOf(int item, int[] items) {
        for (int place = 0; place < items.length; place++) {
            if (items[place] == item) {
                return place;
            }
        }
        throw new IllegalArgumentException("item " + item + " wasn't in the list before");
    }
}
