package dev.aisle.campaign.delivery.messages.usecase;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** How fast this process may give messages to a provider: its share of what all processes together may. */
final class Throttle {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final TimeMeter time;
    private int processes = 1;
    private volatile Bucket bucket;

    Throttle(double perSecond) {
        this(perSecond, TimeMeter.SYSTEM_NANOTIME);
    }

    Throttle(double perSecond, TimeMeter time) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("per-second: expected more than 0");
        }
        this.perSecond = perSecond;
        this.time = time;
        this.bucket = bucket(perSecond, time);
    }

    private static Bucket bucket(double perSecond, TimeMeter time) {
        long tokens = Math.max(1, Math.round(perSecond));
        Duration every = perSecond >= 1 ? Duration.ofSeconds(1) : Duration.ofNanos(Math.round(NANOS / perSecond));
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(tokens).refillGreedy(tokens, every).initialTokens(1))
                .withCustomTimePrecision(time)
                .build();
    }

    /** So many processes share the rate from now on. Nothing of what was saved up is taken along. */
    synchronized void share(int count) {
        int among = Math.max(1, count);
        if (among != processes) {
            processes = among;
            bucket = bucket(perSecond / among, time);
        }
    }

    /** Waits until one may go. @return how many may go now, at least one and at most so many */
    int take(int most) throws InterruptedException {
        Bucket now = bucket;
        now.asBlocking().consume(1);
        return 1 + (most > 1 ? Math.toIntExact(now.tryConsumeAsMuchAsPossible(most - 1L)) : 0);
    }
}
