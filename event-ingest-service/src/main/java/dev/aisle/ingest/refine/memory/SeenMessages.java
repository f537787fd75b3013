package dev.aisle.ingest.refine.memory;

import dev.aisle.contracts.Keeps;
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

/**
 * Which messages of a person were received in the last 24 hours, {@code pseudonym ␟ messageId} → when, and which orders in the last
 * 30 days, {@code pseudonym ␟ ␟ orderId} → when: a thank-you page that is loaded again sends its order under another message id.
 */
@Keeps(ofPersons = "messages of a person (RefineHolding); EraseHistory deletes them, and time does")
public final class SeenMessages {
    public static final String NAME = "seen-messages";

    private static final long WINDOW_MILLIS = Duration.ofHours(24).toMillis();
    private static final long WINDOW_OF_ORDERS_MILLIS = Duration.ofDays(30).toMillis();
    private static final char SEPARATOR = '\u001f';
    private static final String ORDER = "\u001f\u001f";
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
        return holds(pseudonym + SEPARATOR + messageId, receivedAtMillis);
    }

    /** Whether that order of the person came within the longer window around that moment. */
    public boolean holdsOrder(String pseudonym, String orderId, long receivedAtMillis) {
        return holds(pseudonym + ORDER + orderId, receivedAtMillis);
    }

    public void remember(String pseudonym, String messageId, long receivedAtMillis) {
        put(pseudonym + SEPARATOR + messageId, receivedAtMillis);
    }

    public void rememberOrder(String pseudonym, String orderId, long receivedAtMillis) {
        put(pseudonym + ORDER + orderId, receivedAtMillis);
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
                if (row.value <= newest - windowOf(row.key)) {
                    outdated.add(row.key);
                }
            }
            sweptUpTo = rows.hasNext() ? last : null;
        }
        outdated.forEach(store::delete);
    }

    private boolean holds(String key, long receivedAtMillis) {
        Long seenAt = store.get(key);
        return seenAt != null && Math.abs(receivedAtMillis - seenAt) < windowOf(key);
    }

    private void put(String key, long receivedAtMillis) {
        newest = Math.max(newest, receivedAtMillis);
        store.put(key, receivedAtMillis);
    }

    private static long windowOf(String key) {
        return key.contains(ORDER) ? WINDOW_OF_ORDERS_MILLIS : WINDOW_MILLIS;
    }
}
