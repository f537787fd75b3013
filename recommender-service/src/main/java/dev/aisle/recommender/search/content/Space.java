package dev.aisle.recommender.search.content;

import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.recommender.search.content.ContentSpace.Near;
import dev.aisle.recommender.search.content.Points.Search;
import dev.aisle.text.StoredVector;
import dev.aisle.text.Vectors;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The products of one model as points of length one, held as bytes. Few are all looked at for each question; many are put into cells now and then ({@link
 * #intoCells}), and only some of those are. It changes while it answers, what changed counts at once. A product takes its dimension and about 120 bytes for its
 * names, twice as much while cells are made.
 */
public final class Space {
    private final int dimension;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private Points points;
    /** Products that came, changed or went since cells are being made; {@code null} when none are. */
    private @Nullable Set<String> changed;

    /** An empty space. */
    public Space(int dimension) {
        this.dimension = dimension;
        this.points = new Points(dimension);
    }

    /** A product's point; replaces an older one. */
    public void put(String productId, StoredVector vector) {
        write(productId, () -> points.put(productId, vector));
    }

    /** Takes a product away. */
    public void remove(String productId) {
        write(productId, () -> points.remove(productId));
    }

    private void write(String productId, Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
            if (changed != null) {
                changed.add(productId);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Whether the product is here with this text. */
    public boolean has(String productId, long hash) {
        return read(() -> points.has(productId, hash));
    }

    /** How many products there are. */
    public int size() {
        return read(() -> points.size());
    }

    /** How many products lie in cells; the others are looked at for each question. */
    public int inCells() {
        return read(() -> points.inCells());
    }

    /** Memory of the points. */
    public long bytes() {
        return read(() -> points.bytes());
    }

    private <T> T read(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The weighted sum of products' points and the weight of those that are here; unknown ones count nothing. */
    public Sum sum(Map<String, Float> weights) {
        return read(() -> {
            float[] sum = new float[dimension];
            float found = 0;
            for (Map.Entry<String, Float> weight : weights.entrySet()) {
                found += points.addTo(sum, weight.getKey(), weight.getValue());
            }
            return new Sum(sum, found);
        });
    }

    /**
     * A sum of points.
     *
     * @param weight 0 when no product was found
     */
    public record Sum(float[] point, float weight) {}

    /** The products with the greatest cosine to a point, the best first; only those that are accepted and reach the floor. */
    public List<Near> nearest(float[] point, int count, float floor, Predicate<String> accepts) {
        Search search = new Search(unit(point), count, floor, accepts);
        return read(() -> points.nearest(search));
    }

    /** The same among some products only; those that aren't here count nothing. */
    public List<Near> nearest(float[] point, int count, Collection<String> among) {
        return read(() -> points.nearest(unit(point), count, among));
    }

    private static float[] unit(float[] point) {
        float[] unit = point.clone();
        Vectors.toUnit(unit);
        return unit;
    }

    /**
     * Puts the products into cells, beside questions and changes. What the cells don't find often enough stays as it is.
     *
     * @param leastRecall share of the exact best 20 that must be found
     * @return the share that is found; 0 when too little is, or somebody else makes cells
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    public double intoCells(double leastRecall, Progress progress) {
        if (!begin()) {
            return 0;
        }
        try {
            Ordering ordering = new Ordering(dimension, () -> points, lock.readLock());
            double recall = ordering.make(leastRecall, progress);
            if (recall >= leastRecall) {
                replace(ordering.made());
                return recall;
            }
            return 0;
        } finally {
            end();
        }
    }

    private boolean begin() {
        lock.writeLock().lock();
        try {
            boolean free = changed == null && points.size() > 0;
            changed = free ? new HashSet<>() : changed;
            return free;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void replace(Points made) {
        lock.writeLock().lock();
        try {
            for (String id : changed == null ? Set.<String>of() : changed) {
                StoredVector now = points.get(id);
                if (now == null) {
                    made.remove(id);
                } else {
                    made.put(id, now);
                }
            }
            points = made;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void end() {
        lock.writeLock().lock();
        try {
            changed = null;
        } finally {
            lock.writeLock().unlock();
        }
    }
}
