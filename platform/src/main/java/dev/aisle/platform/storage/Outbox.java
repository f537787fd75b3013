package dev.aisle.platform.storage;

import com.google.protobuf.Message;
import dev.aisle.contracts.Topic;
import dev.aisle.platform.sealing.PayloadSeals;
import dev.aisle.platform.tracing.BatchTraces;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Messages that leave with the transaction that wrote them: put here, they reach Kafka after the commit, and never when it
 * rolls back. They can arrive twice, with the same {@code ce_id}.
 */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
            insert into outbox (topic, record_key, payload, event_type, traceparent)
            select * from unnest(
                (select ?::text[]), (select ?::text[]), (select ?::bytea[]), (select ?::text[]), (select ?::text[]))
            """;

    private final AgroalDataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final OutboxRelay relay;
    private final PayloadSeals seals;
    private final BatchTraces traces;

    Outbox(
            AgroalDataSource dataSource,
            TransactionSynchronizationRegistry transactions,
            OutboxRelay relay,
            PayloadSeals seals,
            BatchTraces traces) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.relay = relay;
        this.seals = seals;
        this.traces = traces;
    }

    /** Sends a message after the current transaction. What it says of a person is sealed already here, so that it never lies in the table. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(Topic topic, String key, Message message) {
        insert(List.of(row(topic, key, message)));
    }

    /** Sends several, in their order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public <M extends Message> void put(Topic topic, Function<M, String> key, List<M> messages) {
        if (!messages.isEmpty()) {
            insert(messages.stream()
                    .map(message -> row(topic, key.apply(message), message))
                    .toList());
        }
    }

    /** Sends a tombstone: after compaction the key is gone from the topic. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void putTombstone(Topic topic, String key) {
        insert(List.of(new Row(topic.topicName(), key, null, "tombstone", traces.of(key))));
    }

    private record Row(
            String topic,
            String key,
            byte @Nullable [] payload,
            String type,
            @Nullable String traceParent) {}

    private Row row(Topic topic, String key, Message message) {
        return new Row(
                topic.topicName(),
                key,
                seals.sealed(topic, message).toByteArray(),
                message.getDescriptorForType().getFullName(),
                traces.of(key));
    }

    private void insert(List<Row> rows) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, texts(connection, rows, Row::topic));
            insert.setArray(2, texts(connection, rows, Row::key));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea", rows.stream().map(Row::payload).toArray(byte[][]::new)));
            insert.setArray(4, texts(connection, rows, Row::type));
            insert.setArray(5, texts(connection, rows, Row::traceParent));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("The outbox could not be written", e);
        }
        wakeRelayAfterCommit();
    }

    private static Array texts(Connection connection, List<Row> rows, Function<Row, @Nullable String> part)
            throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(part).toArray());
    }

    private void wakeRelayAfterCommit() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relay.wake();
                }
            }
        });
    }
}
