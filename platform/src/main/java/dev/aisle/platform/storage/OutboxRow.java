package dev.aisle.platform.storage;

import dev.aisle.platform.kafka.CloudEventHeaders;
import dev.aisle.platform.tracing.TraceParent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits to be sent.
 *
 * @param traceParent the place in the trace of whoever wrote it; null when that was not traced
 */
record OutboxRow(
        long id,
        UUID eventId,
        String topic,
        String key,
        byte @Nullable [] payload,
        String eventType,
        @Nullable String traceParent,
        Instant createdAt) {
    static OutboxRow of(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong("id"),
                row.getObject("event_id", UUID.class),
                row.getString("topic"),
                row.getString("record_key"),
                row.getBytes("payload"),
                row.getString("event_type"),
                row.getString("traceparent"),
                row.getTimestamp("created_at").toInstant());
    }

    ProducerRecord<String, byte[]> toRecord(String source) {
        Headers headers = CloudEventHeaders.of(eventId.toString(), eventType, source);
        TraceParent.put(headers, traceParent);
        return new ProducerRecord<>(topic, null, key, payload, headers);
    }
}
