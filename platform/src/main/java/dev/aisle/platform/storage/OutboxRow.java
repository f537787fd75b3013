package dev.aisle.platform.storage;

import dev.aisle.platform.kafka.CloudEventHeaders;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A message that waits to be sent. */
record OutboxRow(long id, UUID eventId, String topic, String key, byte @Nullable [] payload, String eventType) {
    static OutboxRow of(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong("id"),
                row.getObject("event_id", UUID.class),
                row.getString("topic"),
                row.getString("record_key"),
                row.getBytes("payload"),
                row.getString("event_type"));
    }

    ProducerRecord<String, byte[]> toRecord(String source) {
        return new ProducerRecord<>(
                topic, null, key, payload, CloudEventHeaders.of(eventId.toString(), eventType, source));
    }
}
