package dev.aisle.profile.people.store;

import dev.aisle.platform.kafka.BrokerSecurity;
import dev.aisle.platform.storage.StorageException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Up to where each partition has been folded. */
@ApplicationScoped
public class FoldedOffsets {
    private static final String NEXT = "select next_offset from folded_offset where topic_id = ? and partition = ?";
    private static final String LOCK = """
            insert into folded_offset (topic_id, partition, next_offset) values (?, ?, 0)
            on conflict (topic_id, partition) do update set next_offset = folded_offset.next_offset
            returning next_offset
            """;
    private static final String ADVANCE =
            "update folded_offset set next_offset = ? where topic_id = ? and partition = ? and next_offset < ?";

    private final AgroalDataSource dataSource;
    private final String bootstrapServers;
    private final Map<String, UUID> topicIds = new ConcurrentHashMap<>();

    FoldedOffsets(
            AgroalDataSource dataSource, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.dataSource = dataSource;
        this.bootstrapServers = bootstrapServers;
    }

    /** The first offset that was not folded yet. */
    public long next(String topic, int partition) {
        return ask(NEXT, topic, partition);
    }

    /** The same; nobody else folds the partition until the end of the transaction. */
    public long lock(String topic, int partition) {
        return ask(LOCK, topic, partition);
    }

    private long ask(String sql, String topic, int partition) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, idOf(topic));
            statement.setInt(2, partition);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new StorageException("The folded offset could not be read", e);
        }
    }

    /** Everything before this offset is folded. */
    public void advance(String topic, int partition, long nextOffset) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            statement.setLong(1, nextOffset);
            statement.setObject(2, idOf(topic));
            statement.setInt(3, partition);
            statement.setLong(4, nextOffset);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("The folded offset could not be written", e);
        }
    }

    private UUID idOf(String topic) {
        return topicIds.computeIfAbsent(topic, this::askBroker);
    }

    private UUID askBroker(String topic) {
        try (Admin admin = Admin.create(
                BrokerSecurity.with(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers)))) {
            TopicDescription description = admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .values()
                    .iterator()
                    .next()
                    .get();
            Uuid id = description.topicId();
            return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for the id of " + topic, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker doesn't tell the id of " + topic + ": " + e.getMessage(), e);
        }
    }
}
