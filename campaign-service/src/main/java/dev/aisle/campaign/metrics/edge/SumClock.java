package dev.aisle.campaign.metrics.edge;

import dev.aisle.campaign.metrics.usecase.KeepSums;
import dev.aisle.campaign.metrics.usecase.RecountSums;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** When sums are folded and made again. */
@ApplicationScoped
class SumClock {
    private final KeepSums keepSums;
    private final RecountSums recountSums;

    SumClock(KeepSums keepSums, RecountSums recountSums) {
        this.keepSums = keepSums;
        this.recountSums = recountSums;
    }

    void begin(@Observes StartupEvent started) {
        keepSums.define();
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void fold() {
        keepSums.fold();
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void recount() {
        recountSums.nightly();
    }
}
