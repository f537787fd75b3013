package dev.aisle.ingest.door.usecase;

import dev.aisle.ingest.door.domain.LinkProof;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** Counts the outcomes of events at the door. */
@Singleton
class DoorMetrics {
    private final Counter accepted;
    private final Counter dropped;
    private final Counter rejected;
    private final Counter turnedAway;
    private final Map<LinkProof, Counter> links = new EnumMap<>(LinkProof.class);

    DoorMetrics(MeterRegistry registry) {
        accepted = outcome(registry, "accepted");
        dropped = outcome(registry, "dropped");
        rejected = outcome(registry, "rejected");
        turnedAway = Counter.builder("aisle.door.requests.turned.away")
                .description(
                        "Requests that were not taken as a whole: without a key of ours, unreadable, too large, or too early")
                .register(registry);
        for (LinkProof proof : LinkProof.values()) {
            if (proof != LinkProof.NOT_ASKED) {
                links.put(proof, link(registry, proof.code()));
            }
        }
    }

    private static Counter link(MeterRegistry registry, String proof) {
        return Counter.builder("aisle.door.links")
                .description(
                        "Events that name a customer and a browser, by whether they prove that the two belong together")
                .tag("proof", proof)
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

    void countLink(LinkProof proof) {
        Counter counter = links.get(proof);
        if (counter != null) {
            counter.increment();
        }
    }

    void countTurnedAway() {
        turnedAway.increment();
    }
}
