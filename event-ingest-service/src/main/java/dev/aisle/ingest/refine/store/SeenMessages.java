package dev.aisle.ingest.refine.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Which messages were received in the last 24 hours: {@code pseudonym ␟ messageId} → when. */
public final class SeenMessages {
    public static final String NAME = "seen-messages";

    private static final long WINDOW_MILLIS = Duration.ofHours(24).toMillis();
    private static final char SEPARATOR = '\u001f';
    private static final int ROWS_PER_SWEEP = 20_000;

    private final KeyValueStore<String, Long> store;
    private long newest;
    private @Nullable String sweptUpTo;

    public SeenMessages(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    public static StoreBuilder<KeyValueStore<String, Long>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.Long());
    }

    /** Whether that message of the person came within the window around that moment. */
    public boolean holds(String pseudonym, String messageId, long receivedAtMillis) {
        Long seenAt = store.get(pseudonym + SEPARATOR + messageId);
        return seenAt != null && Math.abs(receivedAtMillis - seenAt) < WINDOW_MILLIS;
    }

    public void remember(String pseudonym, String messageId, long receivedAtMillis) {
        newest = Math.max(newest, receivedAtMillis);
        store.put(pseudonym + SEPARATOR + messageId, receivedAtMillis);
    }

    /** Forgets every message of a person; how many there were. */
    public long forget(String pseudonym) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, Long> rows = store.prefixScan(pseudonym + SEPARATOR, new StringSerializer())) {
            rows.forEachRemaining(row -> keys.add(row.key));
        }
        keys.forEach(store::delete);
        return keys.size();
    }

    /** Deletes outdated rows; looks at a bounded number of rows and goes on there the next time. */
    public void sweep() {
        List<String> outdated = new ArrayList<>();
        String last = null;
        try (KeyValueIterator<String, Long> rows = store.range(sweptUpTo, null)) {
            for (int i = 0; i < ROWS_PER_SWEEP && rows.hasNext(); i++) {
                var row = rows.next();
                last = row.key;
                if (row.value <= newest - WINDOW_MILLIS) {
                    outdated.add(row.key);
                }
            }
            sweptUpTo = rows.hasNext() ? last : null;
        }
        outdated.forEach(store::delete);
    }
}
