package dev.aisle.algorithms.sequence;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.recommend.StoredLists;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Sessions by the items that they have, the latest first. Memory: 4 bytes a step for the items of sessions, 4 bytes a step for the sessions
 * of items (at most {@code perItem} an item), 4 bytes a session.
 */
final class SessionIndex {
    private final int itemCount;
    private final int sessionCount;
    private final int[] itemOffsets;
    private final int[] items;
    private final int[] sessionOffsets;
    private final int[] sessions;

    /**
     * Indexes sessions.
     *
     * @param perItem most sessions that an item knows, the latest
     * @param longest sessions with more distinct items than that are nobody's neighbours
     */
    SessionIndex(Sessions train, int perItem, int longest) {
        this.itemCount = train.itemCount();
        this.sessionCount = train.size();
        this.itemOffsets = new int[train.size() + 1];
        int[] distinct = new int[train.steps()];
        // Sessions get new numbers by their end: a higher number is a later session.
        int[] byEnd = IntStream.range(0, train.size())
                .boxed()
                .sorted((a, b) -> Long.compare(train.end(a), train.end(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] counts = new int[itemCount + 1];
        for (int n = 0; n < sessionCount; n++) {
            int[] own = train.distinct(byEnd[n]);
            System.arraycopy(own, 0, distinct, itemOffsets[n], own.length);
            itemOffsets[n + 1] = itemOffsets[n] + own.length;
            for (int item : own) {
                counts[item + 1] += own.length <= longest ? 1 : 0;
            }
        }
        this.items = Arrays.copyOf(distinct, itemOffsets[sessionCount]);
        for (int item = 0; item < itemCount; item++) {
            counts[item + 1] = counts[item] + Math.min(perItem, counts[item + 1]);
        }
        this.sessionOffsets = counts;
        this.sessions = latestFirst(longest);
    }

    private SessionIndex(StoredLists items, StoredLists sessions) {
        this.itemCount = sessions.offsets().length - 1;
        this.sessionCount = items.offsets().length - 1;
        this.itemOffsets = items.offsets();
        this.items = items.items();
        this.sessionOffsets = sessions.offsets();
        this.sessions = sessions.items();
    }

    /** The index in a file. */
    static SessionIndex read(Artefact from) {
        int items = (int) Math.min(Integer.MAX_VALUE, Math.max(0, from.count("sessions.offsets") - 1));
        int sessions = (int) Math.min(Integer.MAX_VALUE, Math.max(0, from.count("items.offsets") - 1));
        return new SessionIndex(StoredLists.read("items", items, from), StoredLists.read("sessions", sessions, from));
    }

    void store(ArtefactWriter into) {
        new StoredLists(itemOffsets, items).store("items", into);
        new StoredLists(sessionOffsets, sessions).store("sessions", into);
    }

    private int[] latestFirst(int longest) {
        int[] filled = new int[sessionOffsets[itemCount]];
        int[] next = Arrays.copyOf(sessionOffsets, itemCount);
        for (int n = sessionCount - 1; n >= 0; n--) {
            if (itemOffsets[n + 1] - itemOffsets[n] <= longest) {
                for (int p = itemOffsets[n]; p < itemOffsets[n + 1]; p++) {
                    if (next[items[p]] < sessionOffsets[items[p] + 1]) {
                        filled[next[items[p]]++] = n;
                    }
                }
            }
        }
        return filled;
    }

    int itemCount() {
        return itemCount;
    }

    int sessionCount() {
        return sessionCount;
    }

    /** Where the sessions of an item begin in {@link #session}; they end before {@code firstSession(item + 1)}. */
    int firstSession(int item) {
        return sessionOffsets[item];
    }

    /** A session of an item; the numbers descend, since the latest come first. */
    int session(int place) {
        return sessions[place];
    }

    int firstItem(int session) {
        return itemOffsets[session];
    }

    int item(int place) {
        return items[place];
    }

    boolean has(int session, int item) {
        return Arrays.binarySearch(items, itemOffsets[session], itemOffsets[session + 1], item) >= 0;
    }
}
