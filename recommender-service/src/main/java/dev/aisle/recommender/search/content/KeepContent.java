package dev.aisle.recommender.search.content;

import dev.aisle.recommender.catalog.ProductChange;
import dev.aisle.recommender.catalog.ProductChange.Described;
import dev.aisle.recommender.catalog.ProductChange.Removed;
import dev.aisle.recommender.catalog.ProductListener;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;

/** Sees to it that every product's text gets read, and that what is gone is forgotten. */
@Singleton
class KeepContent implements ProductListener {
    private final ContentQueue queue = new ContentQueue();
    private final Spaces spaces;
    private final VectorRepository vectors;

    KeepContent(Spaces spaces, VectorRepository vectors) {
        this.spaces = spaces;
        this.vectors = vectors;
    }

    /** What is still to be read. */
    public ContentQueue queue() {
        return queue;
    }

    @Override
    public void read(List<ProductChange> products) {
        queue.later(ids(products, Described.class::isInstance));
    }

    @Override
    public void readAll() {
        // The queue knows by itself when it is empty.
    }

    @Override
    public void changed(List<ProductChange> changes) {
        queue.first(ids(changes, Described.class::isInstance));
        List<String> gone = ids(changes, Removed.class::isInstance);
        if (!gone.isEmpty()) {
            spaces.all().forEach(space -> gone.forEach(space::remove));
            vectors.delete(gone);
        }
    }

    private static List<String> ids(List<ProductChange> changes, Predicate<ProductChange> wanted) {
        return changes.stream().filter(wanted).map(ProductChange::productId).toList();
    }
}
