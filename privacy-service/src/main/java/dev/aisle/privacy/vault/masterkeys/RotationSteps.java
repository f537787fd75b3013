package dev.aisle.privacy.vault.masterkeys;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Carries the rotation on that runs, in whichever instance comes first. */
@ApplicationScoped
class RotationSteps {
    private final RotateMasterKey rotateMasterKey;

    RotationSteps(RotateMasterKey rotateMasterKey) {
        this.rotateMasterKey = rotateMasterKey;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void carryOn() {
        boolean more = true;
        while (more) {
            more = rotateMasterKey.step();
        }
    }
}
