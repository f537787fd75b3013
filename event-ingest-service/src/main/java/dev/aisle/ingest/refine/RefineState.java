package dev.aisle.ingest.refine;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The state of the stream in this process, which may be a door only. */
@Singleton
class RefineState {
    private final Instance<KafkaStreams> streams;
    private final boolean enabled;

    RefineState(
            Instance<KafkaStreams> streams,
            @ConfigProperty(name = "aisle.refine.enabled", defaultValue = "true") boolean enabled) {
        this.streams = streams;
        this.enabled = enabled;
    }

    /** Whether it runs, or should not. */
    boolean runs() {
        return !enabled || streams.get().state() == KafkaStreams.State.RUNNING;
    }

    String name() {
        return enabled ? streams.get().state().name() : "DISABLED";
    }
}
