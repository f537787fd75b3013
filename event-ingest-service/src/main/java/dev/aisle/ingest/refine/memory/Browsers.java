package dev.aisle.ingest.refine.memory;

import dev.aisle.contracts.Keeps;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Under which anonymous pseudonyms each known person of this partition was seen: what an erasure has to take back. */
@Keeps(ofPersons = "browsers of a person (RefineHolding); EraseHistory deletes them")
public final class Browsers {
    public static final String NAME = "browsers";

    /** Bounds what one person can cost: further browsers stay unlinked. */
    static final int MOST = 100;

    private static final String SEPARATOR = "\u001f";

    private final KeyValueStore<String, String> store;

    public Browsers(KeyValueStore<String, String> store) {
        this.store = store;
    }

    public static StoreBuilder<KeyValueStore<String, String>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.String());
    }

    public List<String> of(String known) {
        String joined = store.get(known);
        return joined == null ? List.of() : Arrays.asList(joined.split(SEPARATOR, -1));
    }

    /** Remembers one more, of at most {@link #MOST}; whether it was new and is remembered now. */
    public boolean add(String known, String anonymous) {
        List<String> before = of(known);
        if (before.size() >= MOST || before.contains(anonymous)) {
            return false;
        }
        store.put(known, before.isEmpty() ? anonymous : String.join(SEPARATOR, before) + SEPARATOR + anonymous);
        return true;
    }

    /** Whether this one is remembered already. */
    public boolean knows(String known, String anonymous) {
        return of(known).contains(anonymous);
    }

    public void forget(String known) {
        if (store.get(known) != null) {
            store.delete(known);
        }
    }
}
