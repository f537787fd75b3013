package dev.aisle.ingest.operations;

import dev.aisle.ingest.operations.Stage.Reader;
import dev.aisle.platform.kafka.BrokerSecurity;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Where topics end and how far each group has read. */
@Singleton
class BrokerOffsets {
    private static final Logger LOG = Logger.getLogger(BrokerOffsets.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration RECENT = Duration.ofHours(1);

    private final Admin admin;

    BrokerOffsets(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        admin = Admin.create(BrokerSecurity.with(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis())));
    }

    @PreDestroy
    void close() {
        admin.close(PATIENCE);
    }

    private record Ends(
            Map<TopicPartition, Long> begins, Map<TopicPartition, Long> hourAgo, Map<TopicPartition, Long> ends) {}

    private record Group(String name, boolean working, Map<TopicPartition, OffsetAndMetadata> committed) {}

    /** The stages of these topics in their order; empty when the broker doesn't answer. */
    public Optional<List<Stage>> stages(Collection<String> topics) {
        try {
            Ends ends = ends(admin, topics);
            List<Group> groups = groups(admin);
            return Optional.of(
                    topics.stream().map(topic -> stage(topic, ends, groups)).toList());
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            LOG.warnf("The broker doesn't tell how far everybody is: %s", e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Ends ends(Admin admin, Collection<String> topics)
            throws ExecutionException, TimeoutException, InterruptedException {
        List<TopicPartition> partitions = get(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        var begins = offsets(admin, partitions, OffsetSpec.earliest());
        var hourAgo = offsets(
                admin,
                partitions,
                OffsetSpec.forTimestamp(Instant.now().minus(RECENT).toEpochMilli()));
        var ends = offsets(admin, partitions, OffsetSpec.latest());
        return new Ends(found(begins), found(hourAgo), found(ends));
    }

    private static KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> offsets(
            Admin admin, List<TopicPartition> partitions, OffsetSpec spec) {
        return admin.listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> spec)))
                .all();
    }

    private static Map<TopicPartition, Long> found(KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> asked)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, Long> found = new HashMap<>();
        get(asked).forEach((partition, info) -> found.put(partition, info.offset()));
        return found;
    }

    private static List<Group> groups(Admin admin) throws ExecutionException, TimeoutException, InterruptedException {
        Collection<GroupListing> listed =
                get(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all());
        Map<String, ListConsumerGroupOffsetsSpec> wanted = listed.stream()
                .collect(Collectors.toMap(GroupListing::groupId, _ -> new ListConsumerGroupOffsetsSpec()));
        if (wanted.isEmpty()) {
            return List.of();
        }
        var committed = get(admin.listConsumerGroupOffsets(wanted).all());
        return listed.stream()
                .map(group ->
                        new Group(group.groupId(), working(group), committed.getOrDefault(group.groupId(), Map.of())))
                .toList();
    }

    private static boolean working(GroupListing group) {
        return group.groupState()
                .filter(state -> state != GroupState.EMPTY && state != GroupState.DEAD)
                .isPresent();
    }

    private static Stage stage(String topic, Ends ends, List<Group> groups) {
        List<TopicPartition> partitions = ends.ends().keySet().stream()
                .filter(partition -> partition.topic().equals(topic))
                .toList();
        long records = 0;
        long lastHour = 0;
        for (TopicPartition partition : partitions) {
            long end = ends.ends().getOrDefault(partition, 0L);
            long hourAgo = ends.hourAgo().getOrDefault(partition, -1L);
            records += end - ends.begins().getOrDefault(partition, 0L);
            lastHour += hourAgo < 0 ? 0 : end - hourAgo;
        }
        List<Reader> readers = new ArrayList<>();
        for (Group group : groups) {
            if (partitions.stream().anyMatch(group.committed()::containsKey)) {
                readers.add(new Reader(group.name(), group.working(), lag(partitions, ends, group)));
            }
        }
        readers.sort((one, other) -> one.group().compareTo(other.group()));
        return new Stage(topic, records, lastHour, readers);
    }

    private static long lag(List<TopicPartition> partitions, Ends ends, Group group) {
        long lag = 0;
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata committed = group.committed().get(partition);
            lag += Lag.of(
                    ends.begins().getOrDefault(partition, 0L),
                    ends.ends().getOrDefault(partition, 0L),
                    committed == null ? 0 : committed.offset());
        }
        return lag;
    }

    private static <T> T get(KafkaFuture<T> future) throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
