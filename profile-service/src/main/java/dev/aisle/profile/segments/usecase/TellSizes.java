package dev.aisle.profile.segments.usecase;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Sees to it that each segment has a size for each day, though nobody asks. */
@ApplicationScoped
class TellSizes {
    private final ReadSegments readSegments;

    TellSizes(ReadSegments readSegments) {
        this.readSegments = readSegments;
    }

    /** Tells them as whoever asks does. */
    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() {
        readSegments.all(false);
    }
}
