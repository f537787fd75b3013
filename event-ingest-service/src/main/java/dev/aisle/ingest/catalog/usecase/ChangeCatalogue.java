package dev.aisle.ingest.catalog.usecase;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.ingest.shared.store.AcknowledgedWriter;
import dev.aisle.platform.kafka.CloudEventHeaders;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes products to the catalogue topic, where the latest state of each stays. */
@Singleton
public class ChangeCatalogue {
    private static final String SERVICE = "event-ingest-service";

    private final AcknowledgedWriter writer;

    ChangeCatalogue(AcknowledgedWriter writer) {
        this.writer = writer;
    }

    /** Puts products in; true when the broker has them all. */
    public boolean put(List<Product> products) {
        return writer.write(products.stream()
                .map(product -> record(product.getProductId(), product.toByteArray()))
                .toList());
    }

    /** Takes a product out; true when the broker has that. That it wasn't there is no fault: it isn't there now. */
    public boolean remove(String productId) {
        return writer.write(List.of(new ProducerRecord<>(Topic.CATALOG.topicName(), productId, null)));
    }

    private static ProducerRecord<String, byte[]> record(String productId, byte[] value) {
        return new ProducerRecord<>(
                Topic.CATALOG.topicName(),
                null,
                productId,
                value,
                CloudEventHeaders.of(
                        UUID.randomUUID().toString(), Product.getDescriptor().getFullName(), SERVICE));
    }
}
