package dev.aisle.recommender.content.domain;

import dev.aisle.algorithms.nearest.ByteRows;
import dev.aisle.algorithms.recommend.BestKeys;
import dev.aisle.recommender.content.domain.ContentSpace.Near;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The products of one model as points of length one, held as bytes and all looked at for each question. It changes while it answers. A
 * product takes its dimension and about 120 bytes for its names.
 */
public final class Space {
    private static final int BLOCK = 4_096;

    private final int dimension;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final List<ByteRows> blocks = new ArrayList<>();
    private final List<@Nullable String> ids = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();

    /** An empty space. */
    public Space(int dimension) {
        this.dimension = dimension;
    }

    private record Place(int row, long hash) {}

    /** A product's point; replaces an older one. */
    public void put(String productId, StoredVector vector) {
        lock.writeLock().lock();
        try {
            Place before = places.get(productId);
            int row = before == null ? room() : before.row();
            ids.set(row, productId);
            blocks.get(row / BLOCK).set(row % BLOCK, vector.values(), vector.scale());
            places.put(productId, new Place(row, vector.hash()));
        } finally {
            lock.writeLock().unlock();
        }
    }

    private int room() {
        Integer freed = free.poll();
        if (freed != null) {
            return freed;
        }
        int row = ids.size();
        if (row % BLOCK == 0) {
            blocks.add(new ByteRows(BLOCK, dimension));
        }
        ids.add(null);
        return row;
    }

    /** Takes a product away. */
    public void remove(String productId) {
        lock.writeLock().lock();
        try {
            Place place = places.remove(productId);
            if (place != null) {
                ids.set(place.row(), null);
                free.add(place.row());
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Whether the product is here with this text. */
    public boolean has(String productId, long hash) {
        lock.readLock().lock();
        try {
            Place place = places.get(productId);
            return place != null && place.hash() == hash;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** How many products there are. */
    public int size() {
        lock.readLock().lock();
        try {
            return places.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Memory of the points. */
    public long bytes() {
        lock.readLock().lock();
        try {
            return blocks.stream().mapToLong(ByteRows::bytes).sum();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The weighted sum of products' points and the weight of those that are here; unknown ones count nothing. */
    public Sum sum(Map<String, Float> weights) {
        lock.readLock().lock();
        try {
            float[] sum = new float[dimension];
            float found = 0;
            for (Map.Entry<String, Float> weight : weights.entrySet()) {
                Place place = places.get(weight.getKey());
                if (place != null) {
                    blocks.get(place.row() / BLOCK).addTo(sum, place.row() % BLOCK, weight.getValue());
                    found += weight.getValue();
                }
            }
            return new Sum(sum, found);
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * A sum of points.
     *
     * @param weight 0 when no product was found
     */
    public record Sum(float[] point, float weight) {}

    /** The products with the greatest cosine to a point, the best first; only those that are accepted and reach the floor. */
    public List<Near> nearest(float[] point, int count, float floor, Predicate<String> accepts) {
        float[] unit = point.clone();
        Vectors.toUnit(unit);
        ByteRows.Query query = ByteRows.Query.of(unit);
        lock.readLock().lock();
        try {
            BestKeys best = new BestKeys(Math.min(count, places.size()));
            float threshold = floor;
            int[] sums = new int[BLOCK];
            float[] scores = new float[BLOCK];
            for (int from = 0; from < ids.size() && count > 0; from += BLOCK) {
                int rows = Math.min(BLOCK, ids.size() - from);
                blocks.get(from / BLOCK).dots(query, 0, rows, sums, scores);
                for (int row = 0; row < rows; row++) {
                    if (scores[row] >= threshold && isAccepted(from + row, accepts)) {
                        best.offer(BestKeys.key(from + row, scores[row]));
                        threshold = best.full() ? Math.max(floor, BestKeys.score(best.worst())) : floor;
                    }
                }
            }
            return named(best);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The same among some products only; those that aren't here count nothing. */
    public List<Near> nearest(float[] point, int count, Collection<String> among) {
        float[] unit = point.clone();
        Vectors.toUnit(unit);
        ByteRows.Query query = ByteRows.Query.of(unit);
        lock.readLock().lock();
        try {
            BestKeys best = new BestKeys(Math.min(count, among.size()));
            int[] sums = new int[BLOCK];
            float[] scores = new float[BLOCK];
            for (String id : among) {
                Place place = count > 0 ? places.get(id) : null;
                if (place != null) {
                    int row = place.row() % BLOCK;
                    blocks.get(place.row() / BLOCK).dots(query, row, row + 1, sums, scores);
                    best.offer(BestKeys.key(place.row(), scores[0]));
                }
            }
            return named(best);
        } finally {
            lock.readLock().unlock();
        }
    }

    private boolean isAccepted(int row, Predicate<String> accepts) {
        String id = ids.get(row);
        return id != null && accepts.test(id);
    }

    private List<Near> named(BestKeys best) {
        List<Near> found = new ArrayList<>();
        for (long key : best.bestFirst()) {
            String id = ids.get(BestKeys.index(key));
            if (id != null) {
                found.add(new Near(id, Math.clamp(BestKeys.score(key), -1f, 1f)));
            }
        }
        return found;
    }
}
