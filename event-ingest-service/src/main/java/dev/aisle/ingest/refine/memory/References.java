package dev.aisle.ingest.refine.memory;

import dev.aisle.contracts.Keeps;
import dev.aisle.ingest.refine.flags.Measured;
import dev.aisle.ingest.refine.flags.Reference;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What is usual for each kind of number in this partition: a row an entry, {@code kind ␟ slot} → number of the entry, value. The
 * rings themselves are in memory too, filled from the store when the task starts.
 */
@Keeps(ofNobody = "usual numbers")
public final class References {
    public static final String NAME = "references";

    /** Bounds the memory: 400 rings of 4 kB a task. A further category is judged among all. */
    private static final int MOST = 400;

    /** A settled ring takes one value in so many: what is usual moves slowly, writes and new medians cost. */
    private static final int ONE_IN = 8;

    private static final String BEFORE_SLOT = "\u001f#";

    private final KeyValueStore<String, byte[]> store;
    private final Map<String, Reference> references = new HashMap<>();

    public References(KeyValueStore<String, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<String, byte[]> rows = store.all()) {
            rows.forEachRemaining(row -> load(row.key, ByteBuffer.wrap(row.value)));
        }
    }

    public static StoreBuilder<KeyValueStore<String, byte[]>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.ByteArray());
    }

    /** The reference of that name; an empty one when nothing is known. */
    public Reference of(String name) {
        Reference reference = references.get(name);
        return reference == null ? new Reference() : reference;
    }

    /** Lets a number count for those that follow. The same messages in the same order always leave the same reference. */
    public void learn(Measured number, String messageId) {
        learn(number.overall(), number, messageId);
        if (!number.category().isEmpty()) {
            learn(number.ofCategory(), number, messageId);
        }
    }

    private void learn(String name, Measured number, String messageId) {
        Reference reference = references.get(name);
        if (reference == null) {
            if (references.size() >= MOST) {
                return;
            }
            reference = new Reference();
            references.put(name, reference);
        }
        if (reference.settled() && (messageId.hashCode() & (ONE_IN - 1)) != 0) {
            return;
        }
        long entry = reference.nextEntry();
        reference.enter(entry, number.onLogScale());
        byte[] row = ByteBuffer.allocate(Long.BYTES + Double.BYTES)
                .putLong(entry)
                .putDouble(number.onLogScale())
                .array();
        store.put(name + BEFORE_SLOT + entry % Reference.CAPACITY, row);
    }

    private void load(String key, ByteBuffer row) {
        String name = key.substring(0, key.lastIndexOf(BEFORE_SLOT));
        references.computeIfAbsent(name, ignored -> new Reference()).enter(row.getLong(), row.getDouble());
    }
}
