package dev.aisle.recommender.search.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Products whose texts are to be read: what just changed before what was there, and of what changed the newest first. */
final class ContentQueue {
    private final SequencedSet<String> changed = new LinkedHashSet<>();
    private final SequencedSet<String> others = new LinkedHashSet<>();

    /** Products that changed. */
    public synchronized void first(Collection<String> productIds) {
        productIds.forEach(id -> {
            others.remove(id);
            changed.addFirst(id);
        });
        notifyAll();
    }

    /** Products that were there already. */
    public synchronized void later(Collection<String> productIds) {
        productIds.stream().filter(id -> !changed.contains(id)).forEach(others::addLast);
        notifyAll();
    }

    /**
     * Waits for work.
     *
     * @return at least one product, all changed ones or all others
     * @throws InterruptedException when the service stops
     */
    public synchronized Batch take(int most) throws InterruptedException {
        while (changed.isEmpty() && others.isEmpty()) {
            wait();
        }
        boolean urgent = !changed.isEmpty();
        SequencedSet<String> from = urgent ? changed : others;
        List<String> taken = new ArrayList<>();
        while (!from.isEmpty() && taken.size() < most) {
            taken.add(from.removeFirst());
        }
        return new Batch(taken, urgent);
    }

    /** How many products wait. */
    public synchronized int size() {
        return changed.size() + others.size();
    }

    /**
     * Some products.
     *
     * @param urgent whether they just changed
     */
    public record Batch(List<String> productIds, boolean urgent) {
        public Batch {
            productIds = List.copyOf(productIds);
        }
    }
}
