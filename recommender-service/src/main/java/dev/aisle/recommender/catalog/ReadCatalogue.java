package dev.aisle.recommender.catalog;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Gives the listeners all products of the table once, in one pass and without holding them. */
@Singleton
public class ReadCatalogue {
    private static final int TOLD_AT_ONCE = 500;

    private final ProductRepository products;
    private final List<ProductListener> listeners;

    ReadCatalogue(ProductRepository products, @All List<ProductListener> listeners) {
        this.products = products;
        this.listeners = listeners;
    }

    /**
     * Reads to the end; when it was interrupted by an error, it may be begun again.
     *
     * @throws dev.aisle.platform.storage.StorageException when the database went away
     */
    public void readAll() {
        List<ProductChange> batch = new ArrayList<>();
        products.changedSince(Instant.EPOCH, change -> {
            batch.add(change);
            if (batch.size() >= TOLD_AT_ONCE) {
                tell(batch);
            }
        });
        tell(batch);
        listeners.forEach(ProductListener::readAll);
    }

    private void tell(List<ProductChange> batch) {
        List<ProductChange> told = List.copyOf(batch);
        batch.clear();
        listeners.forEach(listener -> listener.read(told));
    }
}
