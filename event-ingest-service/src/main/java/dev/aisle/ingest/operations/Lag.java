package dev.aisle.ingest.operations;

/** How far a reader is behind in one partition. */
final class Lag {
    private Lag() {}

    /**
     * Records that it has not read. The end of a partition may be the marker of a transaction, which no consumer commits: one alone is no lag.
     *
     * @param begin the first offset that is kept
     * @param end the next offset to be written
     * @param committed the next offset to be read
     */
    public static long of(long begin, long end, long committed) {
        long behind = end - Math.max(begin, committed);
        return behind <= 1 ? 0 : behind;
    }
}
