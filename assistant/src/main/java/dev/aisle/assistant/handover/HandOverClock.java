package dev.aisle.assistant.handover;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;

/** Tries again what the desk didn't take. */
@Singleton
class HandOverClock {
    private final DeliverHandOvers deliverHandOvers;

    HandOverClock(DeliverHandOvers deliverHandOvers) {
        this.deliverHandOvers = deliverHandOvers;
    }

    @Scheduled(every = "{aisle.assistant.hand-over.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void deliverDue() {
        deliverHandOvers.deliverDue();
    }
}
