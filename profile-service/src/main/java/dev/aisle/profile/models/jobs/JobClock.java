package dev.aisle.profile.models.jobs;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;

/** Looks whether a job is due, or was left by an instance that is gone. */
@Singleton
class JobClock {
    private final RunJobs runJobs;

    JobClock(RunJobs runJobs) {
        this.runJobs = runJobs;
    }

    @Scheduled(every = "{aisle.models.check-every}", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void check() {
        runJobs.check();
    }
}
