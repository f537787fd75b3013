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
    private final Counter turnedAway;

    DoorMetrics(MeterRegistry registry) {
        accepted = outcome(registry, "accepted");
        dropped = outcome(registry, "dropped");
        rejected = outcome(registry, "rejected");
        turnedAway = Counter.builder("aisle.door.requests.turned.away")
                .description(
                        "Requests that were not taken as a whole: without a key of ours, unreadable, too large, or too early")
                .register(registry);
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

    void countTurnedAway() {
        turnedAway.increment();
    }
}
