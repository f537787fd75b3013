package dev.aisle.profile.analysis.edge;

import dev.aisle.profile.analysis.usecase.RunAnalyses;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;

/** Says that analyses here go on, and forgets old answers. */
@Singleton
class AnalysisClock {
    private final RunAnalyses runAnalyses;

    AnalysisClock(RunAnalyses runAnalyses) {
        this.runAnalyses = runAnalyses;
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void beat() {
        runAnalyses.beat();
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        runAnalyses.forget();
    }
}
