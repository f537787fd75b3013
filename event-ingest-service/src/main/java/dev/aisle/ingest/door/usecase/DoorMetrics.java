package dev.aisle.ingest.door.usecase;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts the outcomes of events at the door. */
@Singleton
class DoorMetrics {
    private final Counter accepted;
    private final Counter dropped;
    private final Counter rejected;

    DoorMetrics(MeterRegistry registry) {
        accepted = outcome(registry, "accepted");
        dropped = outcome(registry, "dropped");
        rejected = outcome(registry, "rejected");
    }

    private static Counter outcome(MeterRegistry registry, String outcome) {
        return Counter.builder("aisle.door.events")
                .description("Events by what became of them at the door")
                .tag("outcome", outcome)
                .register(registry);
    }

    void count(int acceptedEvents, int droppedEvents, int rejectedEvents) {
        accepted.increment(acceptedEvents);
        dropped.increment(droppedEvents);
        rejected.increment(rejectedEvents);
    }
}
