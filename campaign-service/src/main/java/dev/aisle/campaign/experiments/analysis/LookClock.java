package dev.aisle.campaign.experiments.analysis;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** When looks are taken. */
@ApplicationScoped
class LookClock {
    private final TakeLooks takeLooks;

    LookClock(TakeLooks takeLooks) {
        this.takeLooks = takeLooks;
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        takeLooks.all();
    }
}
