package dev.aisle.recommender.models.trials;

/** Counts durations in buckets that grow by half an octave, from 1 µs to about 50 minutes. Not for several threads. */
final class Latencies {
    /** Number of buckets. */
    public static final int BUCKETS = 64;

    private final long[] counts = new long[BUCKETS];

    /** Counts a duration. */
    public void add(long nanos) {
        counts[bucketOf(nanos)]++;
    }

    /** Adds counts that were taken elsewhere. */
    public Latencies add(long[] others) {
        for (int bucket = 0; bucket < Math.min(BUCKETS, others.length); bucket++) {
            counts[bucket] += others[bucket];
        }
        return this;
    }

    /** The counts by bucket. */
    public long[] counts() {
        return counts.clone();
    }

    /** Milliseconds within which a share of the durations lies, to half an octave upwards; 0 when there are none. */
    public double millisWithin(double share) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        long seen = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            seen += counts[bucket];
            if (seen > 0 && seen >= share * total) {
                return Math.pow(2, (bucket + 1) / 2.0) / 1000;
            }
        }
        return 0;
    }

    private static int bucketOf(long nanos) {
        double micros = Math.max(1, nanos / 1000.0);
        return (int) Math.min(BUCKETS - 1L, (long) (2 * Math.log(micros) / Math.log(2)));
    }
}
