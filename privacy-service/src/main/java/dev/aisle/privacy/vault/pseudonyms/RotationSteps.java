package dev.aisle.privacy.vault.pseudonyms;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Carries the rotation on that runs, in whichever instance comes first. */
@ApplicationScoped
class RotationSteps {
    private final RotatePseudonymKey rotatePseudonymKey;

    RotationSteps(RotatePseudonymKey rotatePseudonymKey) {
        this.rotatePseudonymKey = rotatePseudonymKey;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void carryOn() {
        boolean more = true;
        while (more) {
            more = rotatePseudonymKey.step();
        }
    }
}
