package dev.aisle.algorithms.sequence;

import dev.aisle.algorithms.artefact.Fingerprint;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** Sessions of a shop, each a sequence of items, the oldest first. Immutable. */
public final class Sessions implements Serializable {
    private final int itemCount;
    private final int[] offsets;
    private final int[] items;
    private final long[] ends;

    private Sessions(int itemCount, int[] offsets, int[] items, long[] ends) {
        this.itemCount = itemCount;
        this.offsets = offsets;
        this.items = items;
        this.ends = ends;
    }

    /**
     * One session.
     *
     * @param items what was looked at or bought, the oldest first; not empty
     * @param end when it ended, in seconds
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, when sessions are collected
    public record Session(int[] items, long end) {}

    /**
     * Collects sessions.
     *
     * @param itemCount items are 0 … itemCount − 1
     * @throws IllegalArgumentException when a session is empty or an item is out of that range
     */
    public static Sessions of(int itemCount, List<Session> sessions) {
        int[] offsets = new int[sessions.size() + 1];
        long[] ends = new long[sessions.size()];
        for (int s = 0; s < ends.length; s++) {
            offsets[s + 1] = Math.addExact(offsets[s], sessions.get(s).items().length);
            ends[s] = sessions.get(s).end();
            if (offsets[s + 1] == offsets[s]) {
                throw new IllegalArgumentException("session " + s + ": expected items, was empty");
            }
        }
        int[] items = new int[offsets[ends.length]];
        for (int s = 0; s < ends.length; s++) {
            int[] own = sessions.get(s).items();
            for (int item : own) {
                if (item < 0 || item >= itemCount) {
                    throw new IllegalArgumentException(
                            "session " + s + ": expected items from 0 to " + (itemCount - 1) + ", was " + item);
                }
            }
            System.arraycopy(own, 0, items, offsets[s], own.length);
        }
        return new Sessions(itemCount, offsets, items, ends);
    }

    /** Sessions of several parts of a shop, one part after the other; all number the items alike. */
    public static Sessions join(int itemCount, List<Sessions> parts) {
        int count = parts.stream().mapToInt(Sessions::size).reduce(0, Math::addExact);
        int[] offsets = new int[count + 1];
        int[] items = new int[parts.stream().mapToInt(Sessions::steps).reduce(0, Math::addExact)];
        long[] ends = new long[count];
        int session = 0;
        int step = 0;
        for (Sessions part : parts) {
            System.arraycopy(part.items, 0, items, step, part.items.length);
            System.arraycopy(part.ends, 0, ends, session, part.ends.length);
            for (int end : Arrays.copyOfRange(part.offsets, 1, part.offsets.length)) {
                offsets[++session] = step + end;
            }
            step += part.items.length;
        }
        return new Sessions(itemCount, offsets, items, ends);
    }

    /** Number of items. */
    public int itemCount() {
        return itemCount;
    }

    /** Number of sessions. */
    public int size() {
        return ends.length;
    }

    /** Number of steps of all sessions. */
    public int steps() {
        return items.length;
    }

    /** First step of a session; it ends before {@code start(session + 1)}. */
    public int start(int session) {
        return offsets[session];
    }

    /** The item of a step. */
    public int item(int step) {
        return items[step];
    }

    /** When a session ended, in seconds. */
    public long end(int session) {
        return ends[session];
    }

    /** What an artefact says about the data that it was trained on: 64 hexadecimal digits. */
    public String fingerprint() {
        return new Fingerprint()
                .add(itemCount)
                .add(offsets)
                .add(items)
                .add(ends)
                .hex();
    }

    /** The session of each step, length {@link #steps()}. */
    int[] sessionOfStep() {
        int[] sessions = new int[items.length];
        for (int s = 0; s < ends.length; s++) {
            Arrays.fill(sessions, offsets[s], offsets[s + 1], s);
        }
        return sessions;
    }

    /** The distinct items of a session, ascending. */
    int[] distinct(int session) {
        return Arrays.stream(items, offsets[session], offsets[session + 1])
                .sorted()
                .distinct()
                .toArray();
    }
}
