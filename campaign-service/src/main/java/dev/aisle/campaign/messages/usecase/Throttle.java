package dev.aisle.campaign.messages.usecase;

import io.github.bucket4j.Bucket;
import java.time.Duration;

/** How fast a provider may be given messages by this process. */
final class Throttle {
    private static final double NANOS = 1e9;

    private final Bucket bucket;

    Throttle(double perSecond) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("per-second: expected more than 0");
        }
        long tokens = Math.max(1, Math.round(perSecond));
        Duration every = perSecond >= 1 ? Duration.ofSeconds(1) : Duration.ofNanos(Math.round(NANOS / perSecond));
        this.bucket = Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(tokens).refillGreedy(tokens, every).initialTokens(1))
                .build();
    }

    /** Waits until one may go. @return how many may go now, at least one and at most so many */
    int take(int most) throws InterruptedException {
        bucket.asBlocking().consume(1);
        return 1 + (most > 1 ? Math.toIntExact(bucket.tryConsumeAsMuchAsPossible(most - 1L)) : 0);
    }
}
