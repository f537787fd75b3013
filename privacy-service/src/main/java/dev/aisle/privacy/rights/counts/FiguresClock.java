package dev.aisle.privacy.rights.counts;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes the figures of consents some times a day. */
@ApplicationScoped
class FiguresClock {
    private final TakeFigures takeFigures;

    FiguresClock(TakeFigures takeFigures) {
        this.takeFigures = takeFigures;
    }

    @Scheduled(
            every = "${aisle.counts.figures-every:6h}",
            delayed = "${aisle.counts.figures-after:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void take() {
        takeFigures.take();
    }
}
