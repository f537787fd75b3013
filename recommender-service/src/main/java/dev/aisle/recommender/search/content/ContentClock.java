package dev.aisle.recommender.search.content;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;

/** What happens to points now and then. */
@Singleton
class ContentClock {
    private final KeepCells keepCells;

    ContentClock(KeepCells keepCells) {
        this.keepCells = keepCells;
    }

    @Scheduled(every = "{aisle.content.cells-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        keepCells.look();
    }
}
