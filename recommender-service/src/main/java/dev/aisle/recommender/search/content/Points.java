package dev.aisle.recommender.search.content;

import dev.aisle.algorithms.nearest.ByteCells;
import dev.aisle.algorithms.nearest.ByteRows;
import dev.aisle.algorithms.recommend.BestKeys;
import dev.aisle.recommender.search.content.ContentSpace.Near;
import dev.aisle.text.StoredVector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Products' points in rows of bytes. The first rows may lie cell by cell; what comes or changes later lies behind them and is looked at always. Not for several
 * threads: {@link Space} sees to it.
 */
final class Points {
    private static final int BLOCK = 4_096;

    private final int dimension;
    private final List<ByteRows> blocks = new ArrayList<>();
    private final List<@Nullable String> ids = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    /** Cell c has the rows {@code starts[c] ≤ row < starts[c + 1]}; none: no row lies in a cell. */
    private int[] starts = {0};

    private @Nullable ByteCells cells;
    private int probes;

    Points(int dimension) {
        this.dimension = dimension;
    }

    private record Place(int row, long hash) {}

    /** Finds the nearest: a question, how many, how like at least, and which products count. */
    record Search(float[] point, int count, float floor, Predicate<String> accepts) {}

    void put(String productId, StoredVector vector) {
        Place before = places.get(productId);
        int row = before == null || before.row() < inCells() ? room(productId, before) : before.row();
        ids.set(row, productId);
        blocks.get(row / BLOCK).set(row % BLOCK, vector.values(), vector.scale());
        places.put(productId, new Place(row, vector.hash()));
    }

    private int room(String productId, @Nullable Place before) {
        if (before != null) {
            remove(productId);
        }
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

    void remove(String productId) {
        Place place = places.remove(productId);
        if (place != null) {
            ids.set(place.row(), null);
            if (place.row() >= inCells()) {
                free.add(place.row());
            }
        }
    }

    boolean has(String productId, long hash) {
        Place place = places.get(productId);
        return place != null && place.hash() == hash;
    }

    /** A product's point; {@code null} when it has none. */
    @Nullable
    StoredVector get(String productId) {
        Place place = places.get(productId);
        return place == null ? null : stored(place.row(), place.hash());
    }

    private StoredVector stored(int row, long hash) {
        ByteRows block = blocks.get(row / BLOCK);
        return new StoredVector(hash, block.bytes(row % BLOCK), block.scale(row % BLOCK));
    }

    int size() {
        return places.size();
    }

    /** With those that are empty. */
    int rows() {
        return ids.size();
    }

    /** Rows that lie in cells. */
    int inCells() {
        return starts[starts.length - 1];
    }

    long bytes() {
        return blocks.stream().mapToLong(ByteRows::bytes).sum();
    }

    /** Writes a row's point; leaves zeros where there is none. */
    void read(int row, float[] into, int at) {
        if (row < ids.size() && ids.get(row) != null) {
            float[] point = new float[dimension];
            blocks.get(row / BLOCK).addTo(point, row % BLOCK, 1);
            System.arraycopy(point, 0, into, at, dimension);
        }
    }

    /** Adds a product's point times a weight; the weight, or 0 when there is no such point. */
    float addTo(float[] sum, String productId, float weight) {
        Place place = places.get(productId);
        if (place == null) {
            return 0;
        }
        blocks.get(place.row() / BLOCK).addTo(sum, place.row() % BLOCK, weight);
        return weight;
    }

    /** Puts what a row of other points has behind the last one. */
    void append(Points others, int row) {
        String id = row < others.ids.size() ? others.ids.get(row) : null;
        Place place = id == null ? null : others.places.get(id);
        if (id != null && place != null) {
            put(id, others.stored(row, place.hash()));
        }
    }

    /** From now on the rows lie in these cells, of which so many are looked into. */
    void lieIn(ByteCells newCells, int[] newStarts, int newProbes) {
        this.cells = newCells;
        this.starts = newStarts;
        this.probes = newProbes;
    }

    /** The nearest by looking into the most promising cells, unless too many of those there are refused: then by looking at all. */
    List<Near> nearest(Search search) {
        ByteCells known = cells;
        if (known == null) {
            return nearestOfAll(search);
        }
        Scan scan = new Scan(search);
        for (int cell : known.probes(search.point(), probes)) {
            scan.rows(starts[cell], starts[cell + 1]);
        }
        scan.rows(inCells(), ids.size());
        return scan.refused && scan.found() < search.count() ? nearestOfAll(search) : scan.nearest();
    }

    /** The nearest by looking at all. */
    List<Near> nearestOfAll(Search search) {
        Scan scan = new Scan(search);
        scan.rows(0, ids.size());
        return scan.nearest();
    }

    /** The nearest among some products. */
    List<Near> nearest(float[] point, int count, Collection<String> among) {
        Scan scan = new Scan(new Search(point, Math.min(count, among.size()), -1, id -> true));
        for (String id : among) {
            Place place = places.get(id);
            if (place != null) {
                scan.rows(place.row(), place.row() + 1);
            }
        }
        return scan.nearest();
    }

    /** A look at rows for one question. */
    private final class Scan {
        private final Search search;
        private final ByteRows.Query query;
        private final BestKeys best;
        private final int[] sums = new int[BLOCK];
        private final float[] scores = new float[BLOCK];
        private float threshold;
        private int accepted;
        private boolean refused;

        Scan(Search search) {
            this.search = search;
            this.query = ByteRows.Query.of(search.point());
            this.best = new BestKeys(Math.min(search.count(), places.size()));
            this.threshold = search.floor();
        }

        void rows(int from, int to) {
            for (int start = from; start < to && search.count() > 0; ) {
                int end = Math.min(to, (start / BLOCK + 1) * BLOCK);
                blocks.get(start / BLOCK).dots(query, start % BLOCK, start % BLOCK + end - start, sums, scores);
                for (int row = start; row < end; row++) {
                    offer(row, scores[row - start]);
                }
                start = end;
            }
        }

        private void offer(int row, float score) {
            if (score < threshold) {
                return;
            }
            String id = ids.get(row);
            if (id == null) {
                return;
            }
            if (search.accepts().test(id)) {
                accepted++;
                best.offer(BestKeys.key(row, score));
                threshold = best.full() ? Math.max(search.floor(), BestKeys.score(best.worst())) : search.floor();
            } else {
                refused = true;
            }
        }

        int found() {
            return accepted;
        }

        List<Near> nearest() {
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
}
