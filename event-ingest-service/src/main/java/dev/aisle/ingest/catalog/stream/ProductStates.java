package dev.aisle.ingest.catalog.stream;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Keeps;
import dev.aisle.contracts.catalog.v1.Product;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The state of each product, by its id. */
@Keeps(ofNobody = "states of products")
final class ProductStates {
    public static final String NAME = "product-states";
    /** How long a removal, or a price without a product, is remembered. */
    public static final Duration REMEMBERED = Duration.ofDays(7);

    private static final int ROWS_PER_SWEEP = 20_000;
    private static final int HEAD_BYTES = 8 + 4 * 12;

    private final KeyValueStore<String, byte[]> store;
    private @Nullable String sweptUpTo;

    public ProductStates(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** What was forgotten. */
    public record Forgotten(String productId, ProductState state) {}

    public static StoreBuilder<KeyValueStore<String, byte[]>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.ByteArray());
    }

    /** What is known of a product; {@link ProductState#NONE} when nothing is. */
    public ProductState of(String productId) {
        byte[] bytes = store.get(productId);
        return bytes == null ? ProductState.NONE : state(bytes);
    }

    /** Keeps a state that was changed at that moment. */
    public void put(String productId, ProductState state, long changedAtMillis) {
        ByteString product = state.product().toByteString();
        ByteBuffer buffer = ByteBuffer.allocate(HEAD_BYTES + product.size()).putLong(changedAtMillis);
        for (Instant time : List.of(state.content(), state.price(), state.stock(), state.removed())) {
            buffer.putLong(time.getEpochSecond()).putInt(time.getNano());
        }
        product.copyTo(buffer);
        store.put(productId, buffer.array());
    }

    /** Forgets what is not listed and old; looks at a bounded number of rows and goes on there the next time. */
    public List<Forgotten> sweep(long nowMillis) {
        List<Forgotten> forgotten = new ArrayList<>();
        String last = null;
        try (KeyValueIterator<String, byte[]> rows = store.range(sweptUpTo, null)) {
            for (int i = 0; i < ROWS_PER_SWEEP && rows.hasNext(); i++) {
                var row = rows.next();
                last = row.key;
                boolean old = ByteBuffer.wrap(row.value).getLong() <= nowMillis - REMEMBERED.toMillis();
                ProductState state = old ? state(row.value) : ProductState.NONE;
                if (old && !state.isListed()) {
                    forgotten.add(new Forgotten(row.key, state));
                }
            }
            sweptUpTo = rows.hasNext() ? last : null;
        }
        forgotten.forEach(row -> store.delete(row.productId()));
        return forgotten;
    }

    private static ProductState state(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        buffer.getLong();
        Instant content = instant(buffer);
        Instant price = instant(buffer);
        Instant stock = instant(buffer);
        Instant removed = instant(buffer);
        try {
            return new ProductState(Product.parseFrom(buffer), content, price, stock, removed);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A state of this store can't be read", e);
        }
    }

    private static Instant instant(ByteBuffer buffer) {
        return Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
    }
}
