package dev.aisle.compute.evaluate;

/**
 * What somebody took after the question.
 *
 * @param items indexes as in train; from the catalogue's size on for an item that nobody could know, which no list can hold
 * @param ratings one an item where ratings were given, else empty
 * @param next the very next item where that is asked for: hit rate and reciprocal rank then look for it alone; else {@link #ALL}
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record Truth(int[] items, float[] ratings, int next) {
    /** No item is the next one: all of them are asked for alike. */
    static final int ALL = -1;

    private static final float[] UNRATED = {};

    static Truth of(int... items) {
        return new Truth(items, UNRATED, ALL);
    }

    /** What comes after a click of a session; the first is the next one. */
    static Truth rest(int... items) {
        return new Truth(items, UNRATED, items[0]);
    }
}
