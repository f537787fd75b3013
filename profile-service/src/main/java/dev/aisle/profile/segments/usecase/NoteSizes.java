package dev.aisle.profile.segments.usecase;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Notes the size that stands of each segment for each day, though nobody asks. */
@ApplicationScoped
class NoteSizes {
    private final ReadSegments readSegments;

    NoteSizes(ReadSegments readSegments) {
        this.readSegments = readSegments;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void note() {
        readSegments.noteSizes();
    }
}
