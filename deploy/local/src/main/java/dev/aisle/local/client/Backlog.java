package dev.aisle.local.client;

import dev.aisle.contracts.ShopPrefix;
import dev.aisle.contracts.Topic;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far a service is behind the refined events. */
public final class Backlog implements AutoCloseable {
    private final Admin admin;

    public Backlog(PortPlan ports) {
        admin = Admin.create(Map.of("bootstrap.servers", ports.address(Part.KAFKA)));
    }

    /** Waits until the service has taken all events; false when it hasn't in that time. */
    public boolean awaitCaughtUp(Part service, Duration patience) {
        return Waiting.until(
                        patience,
                        Duration.ofMillis(200),
                        () -> Optional.of(true).filter(_ -> caughtUp(service)))
                .isPresent();
    }

    /** The end of a partition may be the marker of a transaction, which no consumer commits: one each is no backlog. */
    private boolean caughtUp(Part service) {
        try {
            var ends = ends();
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(
                            ShopPrefix.before(service.label()))
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends.entrySet().stream().allMatch(end -> {
                var reached = committed.get(end.getKey());
                var offset = reached == null ? 0 : reached.offset();
                return end.getValue() - offset <= 1;
            });
        } catch (ExecutionException e) {
            throw new CommandFailure("The broker does not tell how far " + service.label() + " is: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        var topic = admin.describeTopics(List.of(Topic.EVENTS.topicName()))
                .allTopicNames()
                .get()
                .get(Topic.EVENTS.topicName());
        if (topic == null) {
            return Map.of();
        }
        var latest = topic.partitions().stream()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(Topic.EVENTS.topicName(), partition.partition()),
                        _ -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    @Override
    public void close() {
        admin.close();
    }
}
