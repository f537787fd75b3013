package dev.aisle.algorithms.sequence;

import dev.aisle.algorithms.recommend.BestKeys;
import java.util.Arrays;

/** The m latest sessions that share an item with the one in question, and how similar they are. Scratch space of one question. */
final class Candidates {
    private static final int FREE = -1;

    private final SessionIndex index;
    private final int[] latest;
    private int size;
    private final int[] keys;
    private final double[] similarities;

    /** @param items how many items will be added at most */
    Candidates(SessionIndex index, int m, int items) {
        this.index = index;
        this.latest = new int[Math.min(m, Math.max(1, index.sessionCount()))];
        int most = (int) Math.min(index.sessionCount(), (long) latest.length * items);
        this.keys = new int[Integer.highestOneBit(Math.max(8, most)) << 2];
        this.similarities = new double[keys.length];
        Arrays.fill(keys, FREE);
    }

    /** What is told of the nearest. */
    @FunctionalInterface
    interface Speaker {
        void speak(int session, double similarity);
    }

    /** Adds to the similarity of an item's sessions; one that is older than m others is forgotten. */
    void add(int item, double similarity) {
        for (int p = index.firstSession(item); p < index.firstSession(item + 1); p++) {
            int session = index.session(p);
            int slot = slot(session);
            if (keys[slot] == session && similarities[slot] > 0) {
                similarities[slot] += similarity;
            } else if (size < latest.length) {
                put(slot, session, similarity);
                siftUp(session);
            } else if (session > latest[0]) {
                similarities[slot(latest[0])] = 0;
                put(slot, session, similarity);
                siftDown(session);
            } else {
                // The latest come first: no later one follows.
                return;
            }
        }
    }

    private void put(int slot, int session, double similarity) {
        keys[slot] = session;
        similarities[slot] = similarity;
    }

    private int slot(int session) {
        int mask = keys.length - 1;
        int slot = (session * 0x9E3779B9) >>> 7 & mask;
        while (keys[slot] != FREE && keys[slot] != session) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** The k most similar; of equal ones the later. */
    void nearest(int k, Speaker speaker) {
        BestKeys best = new BestKeys(Math.min(k, size));
        int sessions = index.sessionCount();
        for (int n = 0; n < size; n++) {
            best.offer(BestKeys.key(sessions - 1 - latest[n], (float) similarities[slot(latest[n])]));
        }
        for (long key : best.bestFirst()) {
            int session = sessions - 1 - BestKeys.index(key);
            speaker.speak(session, similarities[slot(session)]);
        }
    }

    private void siftUp(int session) {
        int place = size++;
        while (place > 0 && session < latest[(place - 1) / 2]) {
            latest[place] = latest[(place - 1) / 2];
            place = (place - 1) / 2;
        }
        latest[place] = session;
    }

    private void siftDown(int session) {
        int place = 0;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && latest[child + 1] < latest[child]) {
                child++;
            }
            if (session <= latest[child]) {
                break;
            }
            latest[place] = latest[child];
            place = child;
        }
        latest[place] = session;
    }
}
