package dev.aisle.profile.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
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
    private final EntityManager entities;
    private final String bootstrapServers;
    private final Map<String, UUID> topicIds = new ConcurrentHashMap<>();

    FoldedOffsets(EntityManager entities, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.entities = entities;
        this.bootstrapServers = bootstrapServers;
    }

    /** The first offset that was not folded yet. */
    @Transactional
    public long next(String topic, int partition) {
        List<?> found = entities.createNativeQuery(
                        "select next_offset from folded_offset where topic_id = :topic and partition = :partition")
                .setParameter("topic", idOf(topic))
                .setParameter("partition", partition)
                .getResultList();
        return found.isEmpty() ? 0 : ((Number) found.getFirst()).longValue();
    }

    /** Everything before this offset is folded. */
    public void advance(String topic, int partition, long nextOffset) {
        entities.createNativeQuery("""
                        insert into folded_offset (topic_id, partition, next_offset)
                        values (:topic, :partition, :offset)
                        on conflict (topic_id, partition) do update set next_offset = excluded.next_offset
                        """)
                .setParameter("topic", idOf(topic))
                .setParameter("partition", partition)
                .setParameter("offset", nextOffset)
                .executeUpdate();
    }

    private UUID idOf(String topic) {
        return topicIds.computeIfAbsent(topic, this::askBroker);
    }

    private UUID askBroker(String topic) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
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
