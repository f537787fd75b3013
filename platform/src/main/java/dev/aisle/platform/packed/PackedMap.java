package dev.aisle.platform.packed;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map that keeps its values as bytes. Reading takes no lock; one thread writes at a time. A value is made anew whenever it is asked for,
 * except that the last ones asked for are kept as they are: whoever is in the shop now is asked about again and again.
 *
 * @param <V> a value that nobody changes
 */
public final class PackedMap<V> implements ViewValues<V> {
    private static final int SHARDS = 256;
    private static final int SHARD_SHIFT = Long.SIZE - 8;
    private static final int RECENT = 4_096;

    private final Packing<V> packing;
    private final Names names = new Names();
    private final PackedKeys keys = new PackedKeys();
    private final PackedWriter value = new PackedWriter(names, keys);
    private final PackedWriter entry = new PackedWriter(names, keys);
    private final Shard[] shards = new Shard[SHARDS];
    private final AtomicReferenceArray<@Nullable Recent<V>> recent = new AtomicReferenceArray<>(RECENT);

    /** A value that was asked for. Its table's generation and its place in it say which: neither has another one, ever. */
    private record Recent<V>(long generation, int place, V value) {
        boolean is(Table table, int at) {
            return generation == table.generation() && place == at;
        }
    }

    /** An empty map. */
    public PackedMap(Packing<V> packing) {
        this.packing = packing;
        AtomicLong generations = new AtomicLong();
        for (int i = 0; i < SHARDS; i++) {
            shards[i] = new Shard(generations::incrementAndGet);
        }
    }

    @Override
    public @Nullable V get(String key) {
        byte[] packed = keys.find(key);
        if (packed == null) {
            return null;
        }
        long hash = PackedKeys.hash(packed);
        Table table = shard(hash).table();
        int slot = table.slotOf(packed, hash);
        // A slot that is taken away between these two lines has lost its entry: as if this had been asked a moment
        // later.
        int place = slot < 0 ? Table.FREE : table.placeIn(slot);
        if (place < Table.FIRST_PLACE) {
            return null;
        }
        int at = (int) hash & (RECENT - 1);
        Recent<V> last = recent.get(at);
        if (last != null && last.is(table, place)) {
            return last.value();
        }
        Recent<V> before = recent.get(at ^ 1);
        if (before != null && before.is(table, place)) {
            return before.value();
        }
        V read = read(key, table, place);
        recent.setRelease(at ^ 1, last);
        recent.setRelease(at, new Recent<>(table.generation(), place, read));
        return read;
    }

    @Override
    public synchronized void put(String key, V newValue) {
        byte[] packed = keys.packed(key);
        value.clear();
        packing.write(newValue, value);
        entry.clear();
        entry.number((long) packed.length + value.length());
        entry.bytes(packed);
        entry.bytes(value);
        long hash = PackedKeys.hash(packed);
        shard(hash).put(packed, hash, entry);
    }

    @Override
    public synchronized void remove(String key) {
        byte[] packed = keys.find(key);
        if (packed != null) {
            long hash = PackedKeys.hash(packed);
            shard(hash).remove(packed, hash);
        }
    }

    @Override
    public synchronized int size() {
        int size = 0;
        for (Shard shard : shards) {
            size += shard.entries();
        }
        return size;
    }

    @Override
    public void forEach(BiConsumer<String, V> each) {
        for (Shard shard : shards) {
            Table table = shard.table();
            table.forEachPlace(place -> {
                String key = keys.text(table.bytes(), table.keyAt(place));
                each.accept(key, read(key, table, place));
            });
        }
    }

    /** Returns the bytes of memory of all entries and their places; the values asked for last aren't in it. */
    public long bytes() {
        long bytes = 0;
        for (Shard shard : shards) {
            bytes += shard.bytes();
        }
        return bytes;
    }

    private V read(String key, Table table, int place) {
        return packing.read(key, new PackedReader(names, keys, table.bytes(), table.valueAt(place)));
    }

    private Shard shard(long hash) {
        return shards[(int) (hash >>> SHARD_SHIFT)];
    }
}
