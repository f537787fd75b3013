package dev.aisle.recommender.assistant.understanding.usecase;

import dev.aisle.recommender.assistant.understanding.domain.Entity;
import dev.aisle.recommender.assistant.understanding.domain.ProductTitles;
import dev.aisle.recommender.catalog.domain.ProductChange;
import dev.aisle.recommender.catalog.domain.ProductChange.Described;
import dev.aisle.recommender.catalog.domain.ProductChange.Removed;
import dev.aisle.recommender.catalog.domain.ProductListener;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Knows the titles of the catalogue, to find them in texts. */
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
                    case Described product -> titles.put(product.productId(), product.title());
                    case Removed product -> titles.remove(product.productId());
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
