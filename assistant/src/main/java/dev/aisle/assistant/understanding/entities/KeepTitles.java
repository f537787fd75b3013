package dev.aisle.assistant.understanding.entities;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Knows the titles of the catalogue, in all its languages, to find them in texts. */
@Singleton
public class KeepTitles {
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

    /**
     * Takes what the shop says of its products' titles.
     *
     * @param changed product id → its titles in all languages; none when it is gone
     */
    public void take(Map<String, Set<String>> changed) {
        lock.writeLock().lock();
        try {
            changed.forEach((id, all) -> {
                if (all.isEmpty()) {
                    titles.remove(id);
                } else {
                    titles.put(id, all.toArray(String[]::new));
                }
            });
        } finally {
            lock.writeLock().unlock();
        }
    }
}
