package dev.aisle.local.backup;

import dev.aisle.contracts.ShopPrefix;
import dev.aisle.contracts.Topic;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the services with a database have read up to. After a database was put back they read on where it ends, not where the newer one
 * had ended: each effect is the same a second time.
 */
final class Places {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final List<String> SERVICES =
            List.of(Part.PROFILE.label(), Part.RECOMMENDER.label(), Part.CAMPAIGN.label(), Part.PRIVACY.label());
    /** These start messages to people: read a second time, they would start them a second time. */
    private static final List<String> STARTS_MESSAGES = List.of(Topic.EVENTS.topicName(), Topic.SEGMENTS.topicName());

    private Places() {}

    /** {@code group topic partition} → the next offset. */
    static Map<String, Long> now(PortPlan ports) {
        return asked(ports, Places::now);
    }

    private static Map<String, Long> now(Admin admin) throws ExecutionException, InterruptedException {
        var all = new TreeMap<String, Long>();
        for (var entry : offsets(admin).entrySet()) {
            entry.getValue().forEach((partition, offset) -> {
                if (offset != null) {
                    all.put(entry.getKey() + " " + partition.topic() + " " + partition.partition(), offset.offset());
                }
            });
        }
        return all;
    }

    private static Map<String, Map<TopicPartition, OffsetAndMetadata>> offsets(Admin admin)
            throws ExecutionException, InterruptedException {
        var groups = new HashMap<String, ListConsumerGroupOffsetsSpec>();
        for (var group : admin.listGroups().all().get()) {
            if (SERVICES.stream().map(ShopPrefix::before).anyMatch(group.groupId()::startsWith)) {
                groups.put(group.groupId(), new ListConsumerGroupOffsetsSpec());
            }
        }
        return groups.isEmpty()
                ? Map.of()
                : admin.listConsumerGroupOffsets(groups).all().get();
    }

    /** Topic → id. */
    static Map<String, String> topics(PortPlan ports) {
        return asked(ports, admin -> {
            var all = new TreeMap<String, String>();
            var names = Arrays.stream(Topic.values()).map(Topic::topicName).toList();
            admin.describeTopics(names)
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) -> all.put(name, topic.topicId().toString()));
            return all;
        });
    }

    /** Those of a backup's places that lie behind the present ones in a topic that is still the same, by what they are called there. */
    static Map<String, Long> behind(Manifest backup, Map<String, Long> now, Map<String, String> topics) {
        var behind = new TreeMap<String, Long>();
        backup.groups().forEach((place, offset) -> {
            var words = List.of(place.split(" ", -1));
            var topic = words.get(1);
            var same = topics.getOrDefault(topic, "").equals(backup.topics().get(topic));
            var starts = words.get(0).equals(Part.CAMPAIGN.label()) && STARTS_MESSAGES.contains(topic);
            if (same && !starts && now.getOrDefault(place, 0L) > offset) {
                behind.put(place, offset);
            }
        });
        return behind;
    }

    /** Sets them. Nobody of those groups runs; whoever died instead of leaving is a member until the broker misses it. */
    static void set(PortPlan ports, Map<String, Long> places) {
        Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> {
                    try {
                        setNow(ports, places);
                        return Optional.of(places);
                    } catch (CommandFailure e) {
                        return Optional.empty();
                    }
                },
                () -> "Where the services read on can't be set: somebody still reads in their groups.");
    }

    private static void setNow(PortPlan ports, Map<String, Long> places) {
        asked(ports, admin -> {
            var groups = new HashMap<String, Map<TopicPartition, OffsetAndMetadata>>();
            places.forEach((place, offset) -> {
                var words = List.of(place.split(" ", -1));
                groups.computeIfAbsent(words.get(0), _ -> new HashMap<>())
                        .put(
                                new TopicPartition(words.get(1), Integer.parseInt(words.get(2))),
                                new OffsetAndMetadata(offset));
            });
            for (var group : groups.entrySet()) {
                admin.alterConsumerGroupOffsets(group.getKey(), group.getValue())
                        .all()
                        .get();
            }
            return groups;
        });
    }

    @FunctionalInterface
    private interface Question<T> {
        T of(Admin admin) throws ExecutionException, InterruptedException;
    }

    private static <T> T asked(PortPlan ports, Question<T> question) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", ports.address(Part.KAFKA)))) {
            return question.of(admin);
        } catch (ExecutionException e) {
            throw new CommandFailure("The broker doesn't answer about its consumers: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }
}
