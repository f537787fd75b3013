package dev.aisle.ingest.refine.edge;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while the stream runs: an event that is taken in should come out soon. */
@Readiness
@Singleton
class RefineRuns implements HealthCheck {
    private final Instance<KafkaStreams> streams;

    RefineRuns(Instance<KafkaStreams> streams) {
        this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
        KafkaStreams.State state = streams.get().state();
        return HealthCheckResponse.named("refine runs")
                .status(state == KafkaStreams.State.RUNNING)
                .withData("state", state.name())
                .build();
    }
}
