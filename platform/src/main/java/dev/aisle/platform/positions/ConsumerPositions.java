package dev.aisle.platform.positions;

import dev.aisle.platform.storage.StorageException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The table of positions: the first offset of each partition that a consumer hasn't taken yet. A consumer whose effect may not happen twice locks and
 * advances the position in the transaction of the effect; for all others it is advanced behind it.
 */
@ApplicationScoped
public class ConsumerPositions {
    private static final String ALL = "select consumer, topic_id, partition, next_offset from consumer_position";
    private static final String OF_TOPIC =
            "select partition, next_offset from consumer_position where consumer = ? and topic_id = ?";
    private static final String LEFT_TO_GROUP = "select left_to_group from consumer_position_origin";
    private static final String LOCK = """
            insert into consumer_position as here (consumer, topic_id, partition, next_offset) values (?, ?, ?, ?)
            on conflict (consumer, topic_id, partition) do update set next_offset = here.next_offset
            returning next_offset
            """;
    private static final String ADVANCE = """
            insert into consumer_position as here (consumer, topic_id, partition, next_offset)
            select ?, ?, partition, next_offset from unnest(?, ?) as now (partition, next_offset) order by partition
            on conflict (consumer, topic_id, partition)
            do update set next_offset = excluded.next_offset, written_at = now()
            where here.next_offset < excluded.next_offset
            """;
    private static final String PUT_BACK =
            "update consumer_position set next_offset = ? where consumer = ? and topic_id = ? and partition = ?";

    private final AgroalDataSource dataSource;
    private final TopicIds topicIds;

    ConsumerPositions(AgroalDataSource dataSource, TopicIds topicIds) {
        this.dataSource = dataSource;
        this.topicIds = topicIds;
    }

    /** What a sentence of this class asks of the database. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(PreparedStatement statement) throws SQLException;
    }

    /** The partition of a topic, by the topic's id. */
    public ConsumedPartition partition(String consumer, String topic, int partition) {
        return new ConsumedPartition(consumer, topicIds.of(topic), partition);
    }

    /** The first offset that wasn't taken yet. Nobody else takes the partition's records until the transaction ends. */
    public long lock(ConsumedPartition partition) {
        return first(partition, 0);
    }

    /** Everything before this offset is taken. A position that is higher already stays. */
    public void advance(ConsumedPartition partition, long nextOffset) {
        advance(partition.consumer(), partition.topicId(), new TreeMap<>(Map.of(partition.partition(), nextOffset)));
    }

    /** The same for some partitions of a topic. */
    void advance(String consumer, UUID topicId, SortedMap<Integer, Long> nextOffsets) {
        ask(ADVANCE, statement -> {
            Connection connection = statement.getConnection();
            statement.setString(1, consumer);
            statement.setObject(2, topicId);
            statement.setArray(
                    3, connection.createArrayOf("int4", nextOffsets.keySet().toArray()));
            statement.setArray(
                    4, connection.createArrayOf("int8", nextOffsets.values().toArray()));
            return statement.executeUpdate();
        });
    }

    /** The positions of a topic's partitions, as far as they have one. */
    Map<Integer, Long> of(String consumer, UUID topicId) {
        return ask(OF_TOPIC, statement -> {
            statement.setString(1, consumer);
            statement.setObject(2, topicId);
            Map<Integer, Long> positions = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    positions.put(rows.getInt(1), rows.getLong(2));
                }
            }
            return positions;
        });
    }

    /** Every position. */
    Map<ConsumedPartition, Long> all() {
        return ask(ALL, statement -> {
            Map<ConsumedPartition, Long> positions = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    positions.put(
                            new ConsumedPartition(rows.getString(1), rows.getObject(2, UUID.class), rows.getInt(3)),
                            rows.getLong(4));
                }
            }
            return positions;
        });
    }

    /** The position; one without a row gets this one. */
    long first(ConsumedPartition partition, long otherwise) {
        return ask(LOCK, statement -> {
            statement.setString(1, partition.consumer());
            statement.setObject(2, partition.topicId());
            statement.setInt(3, partition.partition());
            statement.setLong(4, otherwise);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Sets a position that lies behind the log's end to the end. */
    void putBack(ConsumedPartition partition, long nextOffset) {
        ask(PUT_BACK, statement -> {
            statement.setLong(1, nextOffset);
            statement.setString(2, partition.consumer());
            statement.setObject(3, partition.topicId());
            statement.setInt(4, partition.partition());
            return statement.executeUpdate();
        });
    }

    /** Whether a partition without a row begins where the group stands, since this database is of a version that left that to it; else at its start. */
    boolean areLeftToGroup() {
        return ask(LEFT_TO_GROUP, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        });
    }

    private <T> T ask(String sql, Question<T> question) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return question.ask(statement);
        } catch (SQLException e) {
            throw new StorageException("The positions of consumers could not be read or written", e);
        }
    }
}
