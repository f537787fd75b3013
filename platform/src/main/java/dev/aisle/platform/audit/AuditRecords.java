package dev.aisle.platform.audit;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.privacy.v1.AuditFact;
import dev.aisle.contracts.privacy.v1.AuditRecord;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Makes the records that go to privacy-service. */
public final class AuditRecords {
    /** The longest value that an entry of the log shows. */
    static final int LONGEST_FACT = 200;

    private AuditRecords() {}

    /**
     * Returns a record of something that happens now.
     *
     * @param facts in the order of their names
     */
    public static AuditRecord of(String service, String event, String actor, Map<String, String> facts) {
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
        return record.build();
    }
}
