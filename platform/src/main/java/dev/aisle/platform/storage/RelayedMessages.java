package dev.aisle.platform.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Learns where the messages of the outbox lie in the log. */
public interface RelayedMessages {
    /** A message that the broker has acknowledged, and where. */
    record Relayed(String topic, String key, byte[] payload, RecordMetadata place) {}

    /** Called in the relay's own transaction before it commits; messages may come again at later places. */
    void relayed(Connection relay, List<Relayed> messages) throws SQLException;
}
