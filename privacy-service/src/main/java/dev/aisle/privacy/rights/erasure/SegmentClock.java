package dev.aisle.privacy.rights.erasure;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets the segments of quiet topics end. */
@ApplicationScoped
class SegmentClock {
    private final RollSegments rollSegments;

    SegmentClock(RollSegments rollSegments) {
        this.rollSegments = rollSegments;
    }

    @Scheduled(
            every = "${aisle.erasure.roll-every:6h}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void roll() {
        rollSegments.roll();
    }
}
