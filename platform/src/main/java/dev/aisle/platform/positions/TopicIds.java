package dev.aisle.platform.positions;

import dev.aisle.contracts.Keeps;
import dev.aisle.platform.kafka.BrokerSecurity;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Kafka's ids of topics: asked once, and again when partitions are assigned, since a topic may have been made anew. */
@Singleton
@Keeps(ofNobody = "ids of topics")
class TopicIds {
    private final String bootstrapServers;
    private final Map<String, UUID> ids = new ConcurrentHashMap<>();

    TopicIds(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** The id as far as it is known; else the broker is asked. */
    UUID of(String topic) {
        UUID known = ids.get(topic);
        if (known != null) {
            return known;
        }
        ask(Set.of(topic));
        return of(topic);
    }

    /** Whether the broker was asked. */
    boolean isKnown(String topic) {
        return ids.containsKey(topic);
    }

    /** Asks the broker. */
    void ask(Collection<String> topics) {
        try (Admin admin = Admin.create(
                BrokerSecurity.with(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers)))) {
            admin.describeTopics(List.copyOf(topics)).allTopicNames().get().forEach((topic, description) -> {
                Uuid id = description.topicId();
                ids.put(topic, new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits()));
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for the ids of " + topics, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker doesn't tell the ids of " + topics + ": " + e.getMessage(), e);
        }
    }
}
