package dev.aisle.algorithms.recommend;

import java.util.Arrays;

/**
 * Keeps the k best of many scored indexes. Score and index are packed into one long whose order is: lower score first, of equal scores the
 * higher index first; so ties go to the lower index, whatever the order of coming.
 */
public final class BestKeys {
    private final long[] heap;
    private int size;

    public BestKeys(int k) {
        this.heap = new long[k];
    }

    public static long key(int index, float score) {
        // Adding zero makes −0 and 0 equal. Flipping the other bits of a negative float makes its bits ascend with its
        // value.
        int bits = Float.floatToIntBits(score + 0f);
        int ordered = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
        return (long) ordered << 32 | (Integer.MAX_VALUE - index);
    }

    public static int index(long key) {
        return Integer.MAX_VALUE - (int) key;
    }

    public static float score(long key) {
        int ordered = (int) (key >> 32);
        return Float.intBitsToFloat(ordered ^ ((ordered >> 31) & Integer.MAX_VALUE));
    }

    public void clear() {
        size = 0;
    }

    public boolean full() {
        return size == heap.length;
    }

    /** The worst key kept; only when there is one. */
    public long worst() {
        return heap[0];
    }

    public void offer(long key) {
        if (!full()) {
            siftUp(key);
        } else if (key > heap[0]) {
            siftDown(key);
        }
    }

    /** All kept keys, best first. */
    public long[] bestFirst() {
        long[] sorted = Arrays.copyOf(heap, size);
        Arrays.sort(sorted);
        for (int low = 0, high = size - 1; low < high; low++, high--) {
            long swapped = sorted[low];
            sorted[low] = sorted[high];
            sorted[high] = swapped;
        }
        return sorted;
    }

    private void siftUp(long key) {
        int place = size++;
        while (place > 0 && key < heap[(place - 1) / 2]) {
            heap[place] = heap[(place - 1) / 2];
            place = (place - 1) / 2;
        }
        heap[place] = key;
    }

    private void siftDown(long key) {
        int place = 0;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (key <= heap[child]) {
                break;
            }
            heap[place] = heap[child];
            place = child;
        }
        heap[place] = key;
    }
}
