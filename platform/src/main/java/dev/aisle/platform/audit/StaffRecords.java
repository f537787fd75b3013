package dev.aisle.platform.audit;

import dev.aisle.contracts.privacy.v1.AuditRecord;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the record of the call of staff that runs now to a service that keeps what it changes in topics: it sends the record in the same transaction of Kafka. */
@Singleton
public class StaffRecords {
    private final StaffCall call;
    private final String service;

    StaffRecords(StaffCall call, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.call = call;
        this.service = service;
    }

    /**
     * Returns the record as long as nobody said that it is {@link #recorded() sent}; empty when nobody of staff calls.
     *
     * @param about what isn't in the path
     */
    public Optional<AuditRecord> open(Map<String, String> about) {
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        return call.open().map(asked -> {
            Map<String, String> facts = new TreeMap<>(about);
            facts.putAll(asked.facts());
            return AuditRecords.of(service, asked.event(), asked.actor(), facts);
        });
    }

    /** Notes that the log has it. */
    public void recorded() {
        if (Arc.container().requestContext().isActive()) {
            call.recorded();
        }
    }
}
