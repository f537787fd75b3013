package dev.aisle.recommender.models.edge;

import dev.aisle.recommender.models.gate.Unlearning;
import dev.aisle.recommender.models.trials.KeepTrials;
import dev.aisle.recommender.models.usecase.FollowRegistry;
import dev.aisle.recommender.models.usecase.KeepModelFresh;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Takes the models into use that the registry names, at the start and later, and starts trainings that are due. */
@Singleton
class ModelClock {
    private final FollowRegistry followRegistry;
    private final KeepTrials keepTrials;
    private final Unlearning unlearning;
    private final KeepModelFresh keepModelFresh;

    ModelClock(
            FollowRegistry followRegistry,
            KeepTrials keepTrials,
            Unlearning unlearning,
            KeepModelFresh keepModelFresh) {
        this.followRegistry = followRegistry;
        this.keepTrials = keepTrials;
        this.unlearning = unlearning;
        this.keepModelFresh = keepModelFresh;
    }

    void load(@Observes StartupEvent event) {
        followRegistry.refresh();
    }

    @Scheduled(every = "{aisle.models.refresh-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void follow() {
        followRegistry.refresh();
        keepTrials.write();
        unlearning.look();
    }

    @Scheduled(every = "{aisle.training.check-every}", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void trainWhenDue() {
        keepModelFresh.check();
    }
}
