package dev.aisle.recommender.catalog;

import dev.aisle.contracts.Keeps;
import dev.aisle.platform.domains.Domains;
import dev.aisle.recommender.catalog.ProductChange.Described;
import dev.aisle.recommender.catalog.ProductChange.Removed;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** All products, in memory. What its own instance's consumer wrote is there at once, what others wrote soon after. */
@Singleton
@Keeps(ofNobody = "products")
public class Catalogue implements Shelf {
    private static final Logger LOG = Logger.getLogger(Catalogue.class);
    /** Transactions may become visible after newer ones; so long back is read again. */
    private static final Duration OVERLAP = Duration.ofSeconds(60);

    private static final int TOLD_AT_ONCE = 500;

    private final ProductRepository products;
    private final List<ProductListener> listeners;
    private final Domains domains;
    private final Categories categories = new Categories();
    private final SharedTexts texts = new SharedTexts();
    private final Map<String, CatalogueItem> items = new ConcurrentHashMap<>();
    private final RecentChanges recent = new RecentChanges();
    private volatile Instant readUpTo = Instant.EPOCH;
    private final AtomicLong changes = new AtomicLong();
    private volatile boolean loaded;

    Catalogue(ProductRepository products, @All List<ProductListener> listeners, Domains domains) {
        this.products = products;
        this.listeners = listeners;
        this.domains = domains;
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

    @Override
    public long changes() {
        return changes.get();
    }

    /** Whether the table was read. */
    public boolean loaded() {
        return loaded;
    }

    /** Reads what changed in the table; the first time, everything, which the listeners read on their own. */
    public synchronized void refresh() {
        Instant now = products.now();
        if (loaded) {
            List<ProductChange> news = new ArrayList<>();
            products.changedSince(readUpTo.minus(OVERLAP), change -> {
                if (recent.isNew(change)) {
                    news.add(change);
                }
                if (news.size() >= TOLD_AT_ONCE) {
                    apply(List.copyOf(news));
                    news.clear();
                }
            });
            apply(news);
            recent.forgetBefore(now.minus(OVERLAP.multipliedBy(2)));
        } else {
            products.changedSince(Instant.EPOCH, this::hold);
            loaded = true;
            LOG.infof("The catalogue has %d products", items.size());
        }
        readUpTo = now;
    }

    /** Takes changes that were written to the table, each product at most once. */
    public void apply(List<ProductChange> written) {
        if (written.isEmpty()) {
            return;
        }
        written.forEach(change -> {
            recent.add(change);
            hold(change);
        });
        listeners.forEach(listener -> listener.changed(written));
    }

    private void hold(ProductChange change) {
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
                texts.of(product.brand()),
                product.price(),
                product.url(),
                product.imageUrl(),
                product.sale(),
                shared(product.traits()));
    }

    private ItemTraits shared(ItemTraits traits) {
        if (traits.equals(ItemTraits.NONE)) {
            return ItemTraits.NONE;
        }
        Map<String, String> attributes = traits.attributes().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        attribute -> texts.of(attribute.getKey()), attribute -> texts.of(attribute.getValue())));
        return new ItemTraits(
                traits.listPrice(),
                traits.stock(),
                traits.availableMillis(),
                traits.groupId(),
                attributes,
                texts.of(domains.orUsual(traits.domain())));
    }
}
