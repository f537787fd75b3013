package dev.aisle.platform.packed;

import java.util.function.LongSupplier;

/**
 * A part of a {@link PackedMap}. A new value of a key is a new entry behind the others; when there is no more room, what still holds moves to
 * another table. So whoever reads needs no lock, and at most an eighth of the bytes is spare or old. One thread writes at a time.
 */
final class Shard {
    private static final double FULL = 0.75;
    private static final double FULL_AFTER_MOVE = 0.62;
    private static final int LEAST_SLOTS = 8;
    private static final int LEAST_ROOM = 128;
    private static final int SPARE = 8;

    private final LongSupplier generations;
    private volatile Table table;
    private int end = Table.FIRST_PLACE;
    private int takenSlots;
    private int entries;
    private int liveBytes;

    /**
     * An empty part.
     *
     * @param generations gives each table of the map another number
     */
    Shard(LongSupplier generations) {
        this.generations = generations;
        this.table = new Table(LEAST_SLOTS, LEAST_ROOM, generations.getAsLong());
    }

    Table table() {
        return table;
    }

    int entries() {
        return entries;
    }

    /** Returns the bytes of memory of both arrays, each with the head that the JVM gives it. */
    long bytes() {
        Table now = table;
        return 2L * 16 + (long) Integer.BYTES * now.slots().length + now.bytes().length;
    }

    /** Replaces the value of a key. */
    void put(byte[] key, long hash, PackedWriter entry) {
        makeRoom(entry.length());
        int slot = table.slotOf(key, hash);
        int place = end;
        entry.copyTo(table.bytes(), place);
        end += entry.length();
        liveBytes += entry.length();
        if (slot < 0) {
            slot = ~slot;
            takenSlots++;
            entries++;
        } else {
            liveBytes -= table.sizeOf(table.placeIn(slot));
        }
        table.tell(slot, hash, place);
    }

    /** What is taken out leaves no bytes behind: the others move to another table. So it is with what the key had before. */
    void remove(byte[] key, long hash) {
        int slot = table.slotOf(key, hash);
        if (slot >= 0) {
            liveBytes -= table.sizeOf(table.placeIn(slot));
            entries--;
            table.remove(slot);
            move(0);
        }
    }

    private void makeRoom(int more) {
        if (end > table.bytes().length - more || takenSlots + 1 > FULL * table.slots().length) {
            move(more);
        }
    }

    private void move(int more) {
        Table from = table;
        int room = Math.addExact(liveBytes, Math.max(liveBytes / SPARE, LEAST_ROOM + more));
        int slots = Math.max(LEAST_SLOTS, (int) ((entries + 1) / FULL_AFTER_MOVE));
        Table to = new Table(slots, Math.addExact(Table.FIRST_PLACE, room), generations.getAsLong());
        end = Table.FIRST_PLACE;
        from.forEachPlace(place -> {
            int size = from.sizeOf(place);
            System.arraycopy(from.bytes(), place, to.bytes(), end, size);
            byte[] key = from.keyOf(place);
            long hash = PackedKeys.hash(key);
            to.tell(~to.slotOf(key, hash), hash, end);
            end += size;
        });
        takenSlots = entries;
        table = to;
    }
}
