package dev.aisle.ingest.refine.memory;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Keeps;
import dev.aisle.contracts.ingest.v1.PersonLink;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** To whom each anonymous pseudonym of this partition is linked. */
@Keeps(ofPersons = "links of browsers (RefineHolding); EraseHistory deletes them")
public final class Links {
    public static final String NAME = "person-links";

    private final KeyValueStore<String, byte[]> store;

    public Links(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    public static StoreBuilder<KeyValueStore<String, byte[]>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.ByteArray());
    }

    public Optional<PersonLink> of(String anonymous) {
        byte[] bytes = store.get(anonymous);
        try {
            return bytes == null ? Optional.empty() : Optional.of(PersonLink.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The store holds something else than a link", e);
        }
    }

    public void put(PersonLink link) {
        store.put(link.getAnonymousPseudonym(), link.toByteArray());
    }

    /** Removes a link; whether there was one. */
    public boolean remove(String anonymous) {
        return store.get(anonymous) != null && store.delete(anonymous) != null;
    }
}
