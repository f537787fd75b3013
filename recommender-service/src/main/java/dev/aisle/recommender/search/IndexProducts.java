package dev.aisle.recommender.search;

import dev.aisle.recommender.catalog.ProductChange;
import dev.aisle.recommender.catalog.ProductListener;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps the index of words current: what changed can be searched when its event has been taken. */
@Singleton
class IndexProducts implements ProductListener {
    private final ProductIndex index;
    private final Set<String> changedWhileReading = new HashSet<>();
    private boolean complete;

    IndexProducts(ProductIndex index) {
        this.index = index;
    }

    /** Rows are older than what came as a change in the meantime. */
    @Override
    public synchronized void read(List<ProductChange> products) {
        index.write(products.stream()
                .filter(product -> !changedWhileReading.contains(product.productId()))
                .toList());
    }

    @Override
    public synchronized void readAll() {
        complete = true;
        changedWhileReading.clear();
        index.refresh();
    }

    @Override
    public synchronized void changed(List<ProductChange> changes) {
        if (!complete) {
            changes.forEach(change -> changedWhileReading.add(change.productId()));
        }
        index.write(changes);
        index.refresh();
    }

    /** Whether the index has every product. */
    public synchronized boolean complete() {
        return complete;
    }
}
