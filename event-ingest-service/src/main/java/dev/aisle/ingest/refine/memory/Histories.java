package dev.aisle.ingest.refine.memory;

import dev.aisle.contracts.Keeps;
import dev.aisle.ingest.refine.flags.Pace;
import dev.aisle.ingest.refine.memory.History.Active;
import dev.aisle.ingest.refine.memory.History.Erased;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The history of each person, by pseudonym. */
@Keeps(ofPersons = "histories (RefineHolding); EraseHistory deletes them")
public final class Histories {
    public static final String NAME = "histories";

    /** One byte: that the person was erased. */
    private static final byte[] ERASED = {0};

    /** An active history as it was written before it had a pace. */
    private static final int WITHOUT_PACE_BYTES = 16 + 12 + 12 + 4 + 8;

    private static final int ACTIVE_BYTES = WITHOUT_PACE_BYTES + 8 + 4 + 4 + 8 + 4 + 4;

    private static final int ROWS_PER_SWEEP = 20_000;

    private final KeyValueStore<String, byte[]> store;
    private @Nullable String sweptUpTo;

    public Histories(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    public static StoreBuilder<KeyValueStore<String, byte[]>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.ByteArray());
    }

    /** The history of a person; the empty one for somebody new. */
    public History of(String pseudonym) {
        byte[] bytes = store.get(pseudonym);
        if (bytes == null) {
            return Active.NONE;
        }
        return bytes.length >= WITHOUT_PACE_BYTES ? active(ByteBuffer.wrap(bytes)) : new Erased();
    }

    public void put(String pseudonym, Active history) {
        store.put(pseudonym, bytes(history));
    }

    /** Leaves only, until it is known elsewhere, that this person was erased; how many histories there were. */
    public long erase(String pseudonym) {
        boolean present = of(pseudonym) instanceof Active active && active.sequence() > 0;
        store.put(pseudonym, ERASED);
        return present ? 1 : 0;
    }

    /**
     * Forgets those who stand under another pseudonym now, and those who are known as erased elsewhere by now, so that nothing here needs
     * to say it any more; looks at a bounded number of rows and goes on there the next time. */
    public List<String> forgetGone(Predicate<String> moved, Predicate<String> erased) {
        List<String> gone = new ArrayList<>();
        String last = null;
        try (KeyValueIterator<String, byte[]> rows = store.range(sweptUpTo, null)) {
            for (int i = 0; i < ROWS_PER_SWEEP && rows.hasNext(); i++) {
                var row = rows.next();
                last = row.key;
                if ((row.value.length >= WITHOUT_PACE_BYTES ? moved : erased).test(row.key)) {
                    gone.add(row.key);
                }
            }
            sweptUpTo = rows.hasNext() ? last : null;
        }
        gone.forEach(store::delete);
        return gone;
    }

    private static byte[] bytes(Active history) {
        ByteBuffer buffer = ByteBuffer.allocate(ACTIVE_BYTES)
                .putLong(history.session().getMostSignificantBits())
                .putLong(history.session().getLeastSignificantBits());
        put(buffer, history.sessionStart());
        put(buffer, history.newest());
        buffer.putInt(history.nextPosition()).putLong(history.sequence());
        Pace pace = history.pace();
        return buffer.putLong(pace.minute())
                .putInt(pace.before())
                .putInt(pace.current())
                .putLong(pace.newestMillis())
                .putInt(pace.gapMillis())
                .putInt(pace.run())
                .array();
    }

    private static Active active(ByteBuffer buffer) {
        UUID session = new UUID(buffer.getLong(), buffer.getLong());
        Instant sessionStart = instant(buffer);
        Instant newest = instant(buffer);
        int nextPosition = buffer.getInt();
        long sequence = buffer.getLong();
        return new Active(session, sessionStart, newest, nextPosition, sequence, pace(buffer));
    }

    private static Pace pace(ByteBuffer buffer) {
        return buffer.hasRemaining()
                ? new Pace(
                        buffer.getLong(),
                        buffer.getInt(),
                        buffer.getInt(),
                        buffer.getLong(),
                        buffer.getInt(),
                        buffer.getInt())
                : Pace.NONE;
    }

    private static void put(ByteBuffer buffer, Instant instant) {
        buffer.putLong(instant.getEpochSecond()).putInt(instant.getNano());
    }

    private static Instant instant(ByteBuffer buffer) {
        return Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
    }
}
