package dev.aisle.ingest.refine.edge;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while the stream runs, where it should: an event that is taken in should come out soon. */
@Readiness
@Singleton
class RefineRuns implements HealthCheck {
    private final Instance<KafkaStreams> streams;
    private final boolean enabled;

    RefineRuns(
            Instance<KafkaStreams> streams,
            @ConfigProperty(name = "aisle.refine.enabled", defaultValue = "true") boolean enabled) {
        this.streams = streams;
        this.enabled = enabled;
    }

    @Override
    public HealthCheckResponse call() {
        String state = enabled ? streams.get().state().name() : "DISABLED";
        return HealthCheckResponse.named("refine runs")
                .status(!enabled || state.equals(KafkaStreams.State.RUNNING.name()))
                .withData("state", state)
                .build();
    }
}
