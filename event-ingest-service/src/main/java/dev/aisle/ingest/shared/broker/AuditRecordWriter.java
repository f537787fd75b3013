package dev.aisle.ingest.shared.broker;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.AuditRecord;
import dev.aisle.platform.audit.AuditDelivery;
import dev.aisle.platform.kafka.CloudEventHeaders;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes records of the audit log straight to the broker: this service has no database to keep them in. */
@Singleton
class AuditRecordWriter implements AuditDelivery {
    private final AcknowledgedWriter writer;

    AuditRecordWriter(AcknowledgedWriter writer) {
        this.writer = writer;
    }

    @Override
    public void deliver(List<AuditRecord> records) {
        if (!writer.write(records.stream().map(AuditRecordWriter::of).toList())) {
            throw new IllegalStateException("The broker did not take records of the audit log.");
        }
    }

    /** Returns a record as it goes to the broker. */
    static ProducerRecord<String, byte[]> of(AuditRecord audit) {
        return new ProducerRecord<>(
                Topic.AUDIT.topicName(),
                null,
                audit.getService(),
                audit.toByteArray(),
                CloudEventHeaders.of(audit.getId(), AuditRecord.getDescriptor().getFullName(), audit.getService()));
    }
}
