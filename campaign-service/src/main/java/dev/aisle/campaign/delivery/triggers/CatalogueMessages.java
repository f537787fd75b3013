package dev.aisle.campaign.delivery.triggers;

import dev.aisle.campaign.delivery.journeys.store.ProductRepository.Price;
import dev.aisle.campaign.delivery.journeys.store.ProductRepository.Product;
import dev.aisle.contracts.catalog.v1.Availability;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.platform.tracing.ContinuesTraces;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** The catalogue: prices and stock, and what products are called. */
@ApplicationScoped
class CatalogueMessages {
    private static final int LONGEST = 512;

    private final RecordReader reader;
    private final FollowCatalogue followCatalogue;

    CatalogueMessages(RecordReader reader, FollowCatalogue followCatalogue) {
        this.reader = reader;
        this.followCatalogue = followCatalogue;
    }

    @Incoming("catalogue")
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        followCatalogue.follow(
                reader
                        .read(batch, dev.aisle.contracts.catalog.v1.Product.parser(), CatalogueMessages::violation)
                        .stream()
                        .map(CatalogueMessages::product)
                        .toList());
        List<String> gone = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            if (record.value() == null && record.key() != null) {
                gone.add(record.key());
            }
        }
        followCatalogue.forget(gone);
    }

    private static @Nullable String violation(dev.aisle.contracts.catalog.v1.Product product) {
        String id = product.getProductId();
        return id.isEmpty() || id.length() > LONGEST || (id + product.getTitle()).indexOf('\0') >= 0
                ? "product_id or title can't be kept: expected 1 to " + LONGEST + " characters without a null character"
                : null;
    }

    private static Product product(dev.aisle.contracts.catalog.v1.Product told) {
        var price = told.getPrice();
        return new Product(
                told.getProductId(),
                told.getTitle(),
                told.containsLocalized("zh") ? told.getLocalizedOrThrow("zh").getTitle() : null,
                price.getCurrency().isEmpty() ? null : new Price(price.getMinorUnits(), price.getCurrency()),
                isThere(told),
                Instant.ofEpochSecond(
                        told.getSourceTime().getSeconds(), told.getSourceTime().getNanos()));
    }

    /** What the shop doesn't say is there. */
    private static boolean isThere(dev.aisle.contracts.catalog.v1.Product told) {
        boolean stock = !told.hasStock() || told.getStock() > 0;
        return stock
                && told.getAvailability() != Availability.OUT_OF_STOCK
                && told.getAvailability() != Availability.DISCONTINUED
                && told.getAvailability() != Availability.PREORDER;
    }
}
