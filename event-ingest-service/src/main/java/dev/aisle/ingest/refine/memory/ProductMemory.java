package dev.aisle.ingest.refine.memory;

import dev.aisle.contracts.Keeps;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.ingest.refine.values.ProductFacts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** What the events of this partition said last of each product. Holds nothing of a person. */
@Keeps(ofNobody = "what events said of products")
public final class ProductMemory {
    public static final String NAME = "products";

    private static final char SEPARATOR = '\u001f';

    /** Each item asks: the products of the moment answer from memory. */
    private static final int MOST_AT_HAND = 4_096;

    private final KeyValueStore<String, String> store;
    private final Map<String, ProductFacts> atHand = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ProductFacts> eldest) {
            return size() > MOST_AT_HAND;
        }
    };

    public ProductMemory(KeyValueStore<String, String> store) {
        this.store = store;
    }

    public static StoreBuilder<KeyValueStore<String, String>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.String());
    }

    public ProductFacts of(String productId) {
        return productId.isEmpty() ? ProductFacts.NONE : atHand.computeIfAbsent(productId, this::stored);
    }

    private ProductFacts stored(String productId) {
        String joined = store.get(productId);
        if (joined == null) {
            return ProductFacts.NONE;
        }
        int between = joined.indexOf(SEPARATOR);
        return new ProductFacts(joined.substring(0, between), joined.substring(between + 1));
    }

    /** Keeps what an item says; writes only when that is new. */
    public void learn(Item item) {
        if (item.getProductId().isEmpty()
                || (item.getCategory().isEmpty() && item.getBrand().isEmpty())) {
            return;
        }
        ProductFacts before = of(item.getProductId());
        ProductFacts after = before.and(item);
        if (!after.equals(before)) {
            store.put(item.getProductId(), after.category().replace(SEPARATOR, ' ') + SEPARATOR + after.brand());
            atHand.put(item.getProductId(), after);
        }
    }
}
