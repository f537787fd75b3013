package dev.aisle.ingest.door.usecase;

import dev.aisle.contracts.Keeps;
import dev.aisle.contracts.events.v1.Masked;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what the door left out and masked. The labels are names of the contract and kinds of finds, never a client's words. */
@Singleton
@Keeps(ofNobody = "counters by names of the contract")
class MinimisationMetrics {
    private static final String UNKNOWN = "unknown";

    private final MeterRegistry registry;
    private final Map<String, Counter> minimised = new ConcurrentHashMap<>();
    private final Map<String, Counter> masked = new ConcurrentHashMap<>();

    MinimisationMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Counts what was left out of an event that the broker has. */
    void count(Admitted admitted) {
        if (admitted.unknown() > 0) {
            minimised(UNKNOWN).increment(admitted.unknown());
        }
        admitted.minimised().forEach(field -> minimised(field).increment());
        for (Masked find : admitted.event().getMaskedList()) {
            masked(find.getType()).increment(find.getCount());
        }
    }

    private Counter minimised(String field) {
        return minimised.computeIfAbsent(
                field,
                name -> Counter.builder("aisle.door.minimised")
                        .description(
                                "Fields dropped at the door: unknown ones, and those that no granted purpose needs")
                        .tag("field", name)
                        .register(registry));
    }

    private Counter masked(String type) {
        return masked.computeIfAbsent(
                type,
                name -> Counter.builder("aisle.door.pii")
                        .description("What identifies a person and was masked in texts at the door")
                        .tag("type", name)
                        .register(registry));
    }
}
