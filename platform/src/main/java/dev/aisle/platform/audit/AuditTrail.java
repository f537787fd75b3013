package dev.aisle.platform.audit;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.AuditFact;
import dev.aisle.contracts.privacy.v1.AuditRecord;
import dev.aisle.platform.storage.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells the audit log of privacy-service what somebody did here: with the transaction that did it, or not at all. The broker may be away
 * meanwhile; the record waits in the outbox.
 */
@ApplicationScoped
public class AuditTrail {
    private final Outbox outbox;
    private final String service;

    AuditTrail(Outbox outbox, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.outbox = outbox;
        this.service = service;
    }

    /**
     * Records something in the caller's transaction.
     *
     * @param event such as {@code campaign.changed}
     * @param actor the subject of the token
     * @param facts names, numbers, ids and times; nothing of a person, and no free text
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String event, String actor, Map<String, String> facts) {
        Instant now = Instant.now();
        AuditRecord.Builder record = AuditRecord.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setService(service)
                .setEvent(event)
                .setActor(actor)
                .setAt(Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()));
        new TreeMap<>(facts)
                .forEach((name, value) ->
                        record.addFacts(AuditFact.newBuilder().setName(name).setValue(value)));
        outbox.put(Topic.AUDIT, service, record.build());
    }
}
