package dev.aisle.campaign.experiments.metrics.facts;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells the database of the metrics at the start, and makes values again that follow from others. */
@ApplicationScoped
class MetricClock {
    private final DefineMetrics defineMetrics;
    private final RevaluePhases revaluePhases;

    MetricClock(DefineMetrics defineMetrics, RevaluePhases revaluePhases) {
        this.defineMetrics = defineMetrics;
        this.revaluePhases = revaluePhases;
    }

    void begin(@Observes StartupEvent started) {
        defineMetrics.define();
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void revalue() {
        revaluePhases.due();
    }
}
