package dev.aisle.recommender.assistant.understanding.entities;

import dev.aisle.recommender.catalog.ProductChange;
import dev.aisle.recommender.catalog.ProductChange.Described;
import dev.aisle.recommender.catalog.ProductChange.Removed;
import dev.aisle.recommender.catalog.ProductListener;
import dev.aisle.recommender.catalog.ProductTexts.Wording;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/** Knows the titles of the catalogue, in all its languages, to find them in texts. */
@Singleton
public class KeepTitles implements ProductListener {
    private final ProductTitles titles = new ProductTitles();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** The products that a text names by their whole titles. */
    public List<Entity> in(String text) {
        lock.readLock().lock();
        try {
            return titles.in(text);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void read(List<ProductChange> products) {
        changed(products);
    }

    @Override
    public void readAll() {
        // A text that comes before is read with the titles that are known by then.
    }

    @Override
    public void changed(List<ProductChange> changes) {
        lock.writeLock().lock();
        try {
            for (ProductChange change : changes) {
                switch (change) {
                    case Described product -> titles.put(product.productId(), titlesOf(product));
                    case Removed product -> titles.remove(product.productId());
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** That of the shop's main language, and those of the others. */
    private static String[] titlesOf(Described product) {
        return Stream.concat(
                        Stream.of(product.title()),
                        product.texts().localized().values().stream().map(Wording::title))
                .distinct()
                .toArray(String[]::new);
    }
}
