package dev.aisle.ingest.refine.store;

import dev.aisle.ingest.refine.domain.History;
import dev.aisle.ingest.refine.domain.History.Active;
import dev.aisle.ingest.refine.domain.History.Erased;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The history of each person, by pseudonym. */
public final class Histories {
    public static final String NAME = "histories";

    /** One byte: that the person was erased. An active history is {@link #ACTIVE_BYTES} long. */
    private static final byte[] ERASED = {0};

    private static final int ACTIVE_BYTES = 16 + 12 + 12 + 4 + 8;

    private final KeyValueStore<String, byte[]> store;

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
        return bytes.length == ACTIVE_BYTES ? active(ByteBuffer.wrap(bytes)) : new Erased();
    }

    public void put(String pseudonym, Active history) {
        store.put(pseudonym, bytes(history));
    }

    /** Leaves only the mark that this person was erased; how many histories there were. */
    public long erase(String pseudonym) {
        boolean present = of(pseudonym) instanceof Active active && active.sequence() > 0;
        store.put(pseudonym, ERASED);
        return present ? 1 : 0;
    }

    private static byte[] bytes(Active history) {
        ByteBuffer buffer = ByteBuffer.allocate(ACTIVE_BYTES)
                .putLong(history.session().getMostSignificantBits())
                .putLong(history.session().getLeastSignificantBits());
        put(buffer, history.sessionStart());
        put(buffer, history.newest());
        return buffer.putInt(history.nextPosition()).putLong(history.sequence()).array();
    }

    private static Active active(ByteBuffer buffer) {
        UUID session = new UUID(buffer.getLong(), buffer.getLong());
        Instant sessionStart = instant(buffer);
        Instant newest = instant(buffer);
        return new Active(session, sessionStart, newest, buffer.getInt(), buffer.getLong());
    }

    private static void put(ByteBuffer buffer, Instant instant) {
        buffer.putLong(instant.getEpochSecond()).putInt(instant.getNano());
    }

    private static Instant instant(ByteBuffer buffer) {
        return Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
    }
}
