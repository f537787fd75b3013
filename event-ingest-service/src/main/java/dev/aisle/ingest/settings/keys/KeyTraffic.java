package dev.aisle.ingest.settings.keys;

import dev.aisle.contracts.ingest.v1.WriteKey;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What came in with one key at this instance: when the last time, and how much of its limit is left. */
final class KeyTraffic {
    private static final int LONGEST_WAIT_SECONDS = 300;

    private record Limit(long eventsPerSecond, long burst, Bucket bucket) {
        static Limit of(WriteKey key) {
            long burst = Math.max(1, key.getBurst());
            Bucket bucket = Bucket.builder()
                    .addLimit(limit ->
                            limit.capacity(burst).refillGreedy(key.getEventsPerSecond(), Duration.ofSeconds(1)))
                    .build();
            return new Limit(key.getEventsPerSecond(), key.getBurst(), bucket);
        }

        boolean isOf(WriteKey key) {
            return eventsPerSecond == key.getEventsPerSecond() && burst == key.getBurst();
        }
    }

    private volatile @Nullable Limit limit;
    private volatile long lastUsedMillis;

    @Nullable
    Instant lastUsed() {
        return lastUsedMillis == 0 ? null : Instant.ofEpochMilli(lastUsedMillis);
    }

    void used(Instant now) {
        lastUsedMillis = now.toEpochMilli();
    }

    /**
     * Takes that many events out of the bucket.
     *
     * <p>A batch above the burst passes when the bucket is full and leaves it in debt: the rate holds over time, and no client
     * sends again for ever what could never pass.
     *
     * @return 0 when they may pass, else after how many seconds it is worth trying
     */
    int take(WriteKey key, int events) {
        if (key.getEventsPerSecond() == 0 || events == 0) {
            return 0;
        }
        Limit current = limitOf(key);
        long needed = Math.min(events, Math.max(1, current.burst()));
        ConsumptionProbe probe = current.bucket().tryConsumeAndReturnRemaining(needed);
        if (!probe.isConsumed()) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
            return (int) Math.min(LONGEST_WAIT_SECONDS, seconds);
        }
        if (events > needed) {
            current.bucket().consumeIgnoringRateLimits(events - needed);
        }
        return 0;
    }

    /** A changed limit starts with a full bucket. */
    private Limit limitOf(WriteKey key) {
        Limit known = limit;
        if (known != null && known.isOf(key)) {
            return known;
        }
        synchronized (this) {
            known = limit;
            if (known == null || !known.isOf(key)) {
                known = Limit.of(key);
                limit = known;
            }
            return known;
        }
    }
}
