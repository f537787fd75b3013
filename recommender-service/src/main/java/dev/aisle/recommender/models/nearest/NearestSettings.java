package dev.aisle.recommender.models.nearest;

/**
 * Which index serves.
 *
 * @param exactUpTo so many rows are all looked at
 * @param beyond what serves more rows
 * @param leastRecall share of the exact best 20 that an index must find; else all rows are looked at
 * @param threads that may build
 */
public record NearestSettings(int exactUpTo, Beyond beyond, double leastRecall, int threads) {
    /** What was best on two cores, see docs/search.md. */
    public static final NearestSettings USUAL = new NearestSettings(10_000, Beyond.CELLS, 0.97, 2);

    /** The same with so many threads. */
    public NearestSettings withThreads(int count) {
        return new NearestSettings(exactUpTo, beyond, leastRecall, count);
    }

    /** What serves many rows. */
    public enum Beyond {
        /** Cells of like rows: built in seconds, a third of the matrix' memory. */
        CELLS,
        /** Lucene's HNSW graph: built in minutes. */
        GRAPH
    }
}
