package dev.aisle.ingest.catalog.stream;

import com.google.protobuf.Message;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.operations.v1.DeadLetter;
import dev.aisle.ingest.catalog.ChangeCatalogue;
import dev.aisle.ingest.shared.values.Hashes;
import dev.aisle.ingest.shared.values.Timestamps;
import dev.aisle.platform.kafka.CloudEventHeaders;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Where the merge writes to, in the transaction of the record that is being processed. */
final class CatalogOutputs {
    public static final String PRODUCTS = "to-catalog";
    public static final String DEAD_LETTERS = "catalog-to-dead-letters";
    public static final String REJECTED = "catalog-to-rejected";

    private final ProcessorContext<String, byte[]> context;

    CatalogOutputs(ProcessorContext<String, byte[]> context) {
        this.context = context;
    }

    void product(Product product, long timestamp) {
        forward(PRODUCTS, product.getProductId(), product, timestamp);
    }

    /** No value: the product is gone. */
    void removal(String productId, long timestamp) {
        context.forward(new Record<>(productId, null, timestamp), PRODUCTS);
    }

    /** A price, a stock or a picture of a product that never came. */
    void unknownProduct(String productId, long timestamp) {
        RejectedEvent rejected = RejectedEvent.newBuilder()
                .setMessageId("catalog-" + productId)
                .setCode("unknown-product")
                .setField("productId")
                .setReason("a price, stock or picture of a product that did not come within 7 days: send the whole"
                        + " product")
                .setRejectedAt(Timestamps.of(Instant.now()))
                .setStage("catalog")
                .setSource("catalog")
                .build();
        forward(REJECTED, rejected.getMessageId(), rejected, timestamp);
    }

    /** A record that nobody can read, by its coordinates. */
    void unreadable(byte @Nullable [] payload, String reason, long timestamp) {
        RecordMetadata where = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("Only a record can be unreadable"));
        byte[] bytes = payload == null ? new byte[0] : payload;
        DeadLetter letter = DeadLetter.newBuilder()
                .setService(ChangeCatalogue.SERVICE)
                .setTopic(where.topic())
                .setPartition(where.partition())
                .setOffset(where.offset())
                .setReason(reason)
                .setSeenAt(Timestamps.of(Instant.now()))
                .setSizeBytes(bytes.length)
                .setPayloadHash(Hashes.sha256(bytes))
                .build();
        forward(DEAD_LETTERS, ChangeCatalogue.SERVICE, letter, timestamp);
    }

    private void forward(String sink, String key, Message message, long timestamp) {
        String type = message.getDescriptorForType().getFullName();
        String id = UUID.randomUUID().toString();
        context.forward(
                new Record<>(
                        key, message.toByteArray(), timestamp, CloudEventHeaders.of(id, type, ChangeCatalogue.SERVICE)),
                sink);
    }
}
