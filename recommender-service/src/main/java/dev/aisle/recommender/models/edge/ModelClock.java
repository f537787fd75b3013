package dev.aisle.recommender.models.edge;

import dev.aisle.recommender.models.store.ModelInUse;
import dev.aisle.recommender.models.usecase.KeepModelFresh;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Loads the newest model at the start, takes newer ones and starts trainings that are due. */
@Singleton
class ModelClock {
    private final ModelInUse inUse;
    private final KeepModelFresh keepModelFresh;

    ModelClock(ModelInUse inUse, KeepModelFresh keepModelFresh) {
        this.inUse = inUse;
        this.keepModelFresh = keepModelFresh;
    }

    void load(@Observes StartupEvent event) {
        inUse.refresh();
    }

    @Scheduled(every = "{aisle.models.refresh-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void takeNewer() {
        inUse.refresh();
    }

    @Scheduled(every = "{aisle.training.check-every}", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void trainWhenDue() {
        keepModelFresh.check();
    }
}
