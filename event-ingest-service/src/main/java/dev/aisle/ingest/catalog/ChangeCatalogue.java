package dev.aisle.ingest.catalog;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.ingest.v1.CatalogChange;
import dev.aisle.ingest.shared.broker.AcknowledgedWriter;
import dev.aisle.platform.kafka.CloudEventHeaders;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes changes to their topic; the stream merges them into the catalogue, usually within a second. */
@Singleton
public class ChangeCatalogue {
    public static final String SERVICE = "event-ingest-service";

    private final AcknowledgedWriter writer;

    ChangeCatalogue(AcknowledgedWriter writer) {
        this.writer = writer;
    }

    /** Writes changes; true when the broker has them all. Writing them again has no further effect. */
    public boolean write(List<CatalogChange> changes) {
        return writer.write(changes.stream().map(ChangeCatalogue::record).toList());
    }

    private static ProducerRecord<String, byte[]> record(CatalogChange change) {
        return new ProducerRecord<>(
                Topic.CATALOG_RAW.topicName(),
                null,
                change.getProductId(),
                change.toByteArray(),
                CloudEventHeaders.of(
                        UUID.randomUUID().toString(),
                        CatalogChange.getDescriptor().getFullName(),
                        SERVICE));
    }
}
