package dev.aisle.ingest.refine;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the stream runs now, at {@code /q/health/well}: no part of readiness, because events that wait in the topic are taken in all the same. */
@Wellness
@Singleton
class RefineRuns implements HealthCheck {
    private final RefineState refine;

    RefineRuns(RefineState refine) {
        this.refine = refine;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("refine runs")
                .status(refine.runs())
                .withData("state", refine.name())
                .build();
    }
}
