package dev.aisle.privacy.audit.log;

import dev.aisle.contracts.privacy.v1.AuditRecord;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.platform.tracing.ContinuesTraces;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from the other services what people did there. */
@ApplicationScoped
class AuditMessages {
    private final RecordReader reader;
    private final AcceptAuditRecords acceptAuditRecords;

    AuditMessages(RecordReader reader, AcceptAuditRecords acceptAuditRecords) {
        this.reader = reader;
        this.acceptAuditRecords = acceptAuditRecords;
    }

    @Incoming("audit-records")
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 0, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        reader.read(batch, AuditRecord.parser(), acceptAuditRecords::violation).forEach(acceptAuditRecords::accept);
    }
}
