package dev.aisle.platform.packed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Where entries of a {@link Shard} stand. An entry is {@code <length of the rest><key><value>}, and is never changed once a slot has its place.
 *
 * @param slots the place of an entry in the low bits, some of its hash above them; open addressing, linear probing
 * @param bytes of the entries
 * @param placeMask the low bits
 * @param generation another one for each table of a map
 */
record Table(int[] slots, byte[] bytes, int placeMask, long generation) {
    /** Places of a slot that has no entry; the first entry stands behind them. */
    static final int FREE = 0;

    static final int REMOVED = 1;
    static final int FIRST_PLACE = 2;

    private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(int[].class);

    Table(int slots, int room, long generation) {
        this(new int[slots], new byte[room], 2 * Integer.highestOneBit(room) - 1, generation);
    }

    /** Returns the slot of a key; where there is none, the complement of the free slot that ends the search. */
    int slotOf(byte[] key, long hash) {
        for (int slot = (int) (((hash & 0xFFFF_FFFFL) * slots.length) >>> 32); ; slot = next(slot)) {
            int value = (int) SLOTS.getAcquire(slots, slot);
            int place = value & placeMask;
            if (place == FREE) {
                return ~slot;
            }
            if (place != REMOVED && value == tagged(hash, place) && hasKey(place, key)) {
                return slot;
            }
        }
    }

    private int next(int slot) {
        return slot + 1 == slots.length ? 0 : slot + 1;
    }

    private int tagged(long hash, int place) {
        return ((int) (hash >>> 24) & ~placeMask) | place;
    }

    /** The bytes of a key tell where it ends, so none is the beginning of another. */
    private boolean hasKey(int place, byte[] key) {
        int from = keyAt(place);
        int to = from + key.length;
        return to <= bytes.length && Arrays.equals(bytes, from, to, key, 0, key.length);
    }

    /** Tells the place of an entry, whose bytes must be complete. */
    void tell(int slot, long hash, int place) {
        SLOTS.setRelease(slots, slot, tagged(hash, place));
    }

    void remove(int slot) {
        SLOTS.setRelease(slots, slot, REMOVED);
    }

    /** Returns the place of an entry by its slot. */
    int placeIn(int slot) {
        return (int) SLOTS.getAcquire(slots, slot) & placeMask;
    }

    int keyAt(int place) {
        int at = place;
        while (bytes[at] < 0) {
            at++;
        }
        return at + 1;
    }

    int valueAt(int place) {
        int key = keyAt(place);
        return key + PackedKeys.length(bytes, key);
    }

    byte[] keyOf(int place) {
        int from = keyAt(place);
        return Arrays.copyOfRange(bytes, from, from + PackedKeys.length(bytes, from));
    }

    /** Returns how many bytes an entry takes. */
    int sizeOf(int place) {
        int rest = 0;
        int at = place;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            rest |= (next & 0x7F) << shift;
            if (next >= 0) {
                return at - place + rest;
            }
        }
    }

    void forEachPlace(IntConsumer each) {
        for (int slot = 0; slot < slots.length; slot++) {
            int place = placeIn(slot);
            if (place >= FIRST_PLACE) {
                each.accept(place);
            }
        }
    }
}
