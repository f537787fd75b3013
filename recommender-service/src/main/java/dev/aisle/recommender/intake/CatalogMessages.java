package dev.aisle.recommender.intake;

import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.platform.kafka.DeadLetters;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.platform.kafka.RecordReader.Unreadable;
import dev.aisle.platform.storage.StoredText;
import dev.aisle.platform.tracing.ContinuesTraces;
import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.catalog.ProductChange;
import dev.aisle.recommender.catalog.ProductChange.Removed;
import dev.aisle.recommender.catalog.TakeCatalogue;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the catalogue topic. A record without a value says that the product is gone. */
@ApplicationScoped
class CatalogMessages {
    private final TakeCatalogue takeCatalogue;
    private final Catalogue catalogue;
    private final DeadLetters deadLetters;

    CatalogMessages(TakeCatalogue takeCatalogue, Catalogue catalogue, DeadLetters deadLetters) {
        this.takeCatalogue = takeCatalogue;
        this.catalogue = catalogue;
        this.deadLetters = deadLetters;
    }

    @Incoming("catalog")
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 0, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        List<ProductChange> changes = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            try {
                changes.add(read(record));
            } catch (Unreadable e) {
                deadLetters.put(record, e.reason());
            }
        }
        catalogue.apply(takeCatalogue.take(changes));
    }

    private static ProductChange read(ConsumerRecord<String, byte[]> record) {
        String key = record.key() == null ? "" : record.key();
        String violation = StoredText.idViolation("the key", key);
        if (violation != null) {
            throw new Unreadable(violation);
        }
        Instant written = Instant.ofEpochMilli(record.timestamp());
        if (record.value() == null) {
            return new Removed(key, written);
        }
        return Products.changeOf(
                RecordReader.parse(record, Product.parser(), p -> Products.violation(key, p)), written);
    }
}
