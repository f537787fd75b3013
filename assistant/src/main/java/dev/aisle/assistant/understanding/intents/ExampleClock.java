package dev.aisle.assistant.understanding.intents;

import dev.aisle.platform.storage.StorageException;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Looks for examples that this or another instance was given. */
@Singleton
class ExampleClock {
    private static final Logger LOG = Logger.getLogger(ExampleClock.class);

    private final FollowExamples followExamples;

    ExampleClock(FollowExamples followExamples) {
        this.followExamples = followExamples;
    }

    @Scheduled(every = "{aisle.assistant.understanding.refresh-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        try {
            followExamples.look();
        } catch (StorageException e) {
            LOG.warnf("Examples can't be read now, trying again: %s", e.getMessage());
        }
    }
}
