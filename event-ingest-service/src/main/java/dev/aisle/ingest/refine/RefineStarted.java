package dev.aisle.ingest.refine;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the stream has run, where it should: a roll-out waits until its stores are restored. {@link RefineRuns} tells how it is now. */
@Readiness
@Singleton
class RefineStarted implements HealthCheck {
    private final RefineState refine;
    private volatile boolean started;

    RefineStarted(RefineState refine) {
        this.refine = refine;
    }

    @Override
    public HealthCheckResponse call() {
        started = started || refine.runs();
        return HealthCheckResponse.named("refine has started")
                .status(started)
                .withData("state", refine.name())
                .build();
    }
}
