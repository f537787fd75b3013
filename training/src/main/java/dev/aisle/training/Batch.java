package dev.aisle.training;

/**
 * Sessions side by side, filled up behind their ends. Nothing that comes later is ever looked at, so what they are filled with doesn't count.
 *
 * @param rows sessions
 * @param steps of the longest
 * @param items {@code rows × steps}, row after row
 * @param places where an answer is asked for: {@code row · steps + step}
 * @param targets what came next, one a place
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once
record Batch(int rows, int steps, long[] items, long[] places, long[] targets) {
    /** The last items up to a place. */
    record Windows(long[] items, float[] known) {}

    /** The last {@code length} items up to each place, the oldest first; places before the first item are not known (0 instead of 1). */
    Windows windows(int length) {
        long[] seen = new long[places.length * length];
        float[] known = new float[seen.length];
        for (int n = 0; n < places.length; n++) {
            int step = (int) (places[n] % steps);
            int first = Math.max(0, step - length + 1);
            for (int at = first; at <= step; at++) {
                int into = n * length + length - 1 - (step - at);
                seen[into] = items[(int) places[n] - (step - at)];
                known[into] = 1;
            }
        }
        return new Windows(seen, known);
    }

    /** One session at its last place, with no target. */
    static Batch of(int... session) {
        long[] items = new long[session.length];
        for (int step = 0; step < items.length; step++) {
            items[step] = session[step];
        }
        return new Batch(1, items.length, items, new long[] {items.length - 1}, new long[] {0});
    }
}
