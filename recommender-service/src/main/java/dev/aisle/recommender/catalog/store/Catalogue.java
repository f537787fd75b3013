package dev.aisle.recommender.catalog.store;

import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.catalog.domain.Categories;
import dev.aisle.recommender.catalog.domain.ProductChange;
import dev.aisle.recommender.catalog.domain.ProductChange.Described;
import dev.aisle.recommender.catalog.domain.ProductChange.Removed;
import dev.aisle.recommender.catalog.domain.Shelf;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** All products, in memory. What its own instance's consumer wrote is there at once, what others wrote soon after. */
@Singleton
public class Catalogue implements Shelf {
    private static final Logger LOG = Logger.getLogger(Catalogue.class);
    /** Transactions may become visible after newer ones; so long back is read again. */
    private static final Duration OVERLAP = Duration.ofSeconds(60);

    private final ProductRepository products;
    private final Categories categories = new Categories();
    private final Map<String, String> brands = new ConcurrentHashMap<>();
    private final Map<String, CatalogueItem> items = new ConcurrentHashMap<>();
    private volatile Instant readUpTo = Instant.EPOCH;
    private final AtomicLong changes = new AtomicLong();
    private volatile boolean loaded;

    Catalogue(ProductRepository products) {
        this.products = products;
    }

    @Override
    public @Nullable CatalogueItem get(String productId) {
        return items.get(productId);
    }

    @Override
    public Stream<CatalogueItem> all() {
        return items.values().stream();
    }

    /** How many products there are. */
    public int size() {
        return items.size();
    }

    /** Grows with each change. */
    public long changes() {
        return changes.get();
    }

    /** Whether the table was read. */
    public boolean loaded() {
        return loaded;
    }

    /** Reads what changed in the table; the first time, everything. */
    public synchronized void refresh() {
        Instant now = products.now();
        products.changedSince(readUpTo.equals(Instant.EPOCH) ? readUpTo : readUpTo.minus(OVERLAP), this::apply);
        readUpTo = now;
        if (!loaded) {
            loaded = true;
            LOG.infof("The catalogue has %d products", items.size());
        }
    }

    /** Takes changes that were written to the table. */
    public void apply(Collection<ProductChange> changes) {
        changes.forEach(this::apply);
    }

    private void apply(ProductChange change) {
        switch (change) {
            case Described described -> items.put(described.productId(), itemOf(described));
            case Removed removed -> items.remove(removed.productId());
        }
        changes.incrementAndGet();
    }

    private CatalogueItem itemOf(Described product) {
        return new CatalogueItem(
                product.productId(),
                product.title(),
                categories.of(product.path()),
                brands.computeIfAbsent(product.brand(), brand -> brand),
                product.price(),
                product.url(),
                product.imageUrl(),
                product.sale());
    }
}
