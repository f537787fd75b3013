package dev.aisle.platform.reconcile;

import dev.aisle.contracts.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics between offsets: committed records only, in no group, so that nobody's position moves. */
final class LogReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    /** So long nothing may come while something is due. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Admin admin;
    private final KafkaConsumer<String, byte[]> consumer;

    /** Takes how the brokers are reached. */
    LogReader(Map<String, Object> connection) {
        var settings = new HashMap<>(connection);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        admin = Admin.create(connection);
        try {
            consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            admin.close();
            throw e;
        }
    }

    /** Kafka's id of the topic, by which positions are kept. */
    UUID id(Topic topic) {
        var description = answer(
                        admin.describeTopics(List.of(topic.topicName())).allTopicNames())
                .get(topic.topicName());
        if (description == null) {
            throw new CannotCompare("the broker has no topic " + topic.topicName());
        }
        var id = description.topicId();
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    /** Up to where a group has committed its partitions of a topic. */
    Map<TopicPartition, Long> committed(String group, Topic topic) {
        return answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic.topicName()) && entry.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private List<TopicPartition> partitions(Topic topic) {
        return consumer.partitionsFor(topic.topicName()).stream()
                .map(partition -> new TopicPartition(topic.topicName(), partition.partition()))
                .toList();
    }

    /** The first offset that is there. */
    Map<TopicPartition, Long> starts(Topic topic) {
        return consumer.beginningOffsets(partitions(topic));
    }

    /** The offset behind the last committed record now. */
    Map<TopicPartition, Long> ends(Topic topic) {
        return consumer.endOffsets(partitions(topic));
    }

    /** The first record that is as young as this; the end where there is none. */
    Map<TopicPartition, Long> since(Topic topic, Instant moment) {
        var found = consumer.offsetsForTimes(
                partitions(topic).stream().collect(Collectors.toMap(each -> each, _ -> moment.toEpochMilli())));
        var all = new HashMap<>(ends(topic));
        found.forEach((partition, at) -> {
            if (at != null) {
                all.put(partition, at.offset());
            }
        });
        return all;
    }

    /** Reads from the first offsets until before the second ones, each partition in order. */
    void read(
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> until,
            Consumer<ConsumerRecord<String, byte[]>> reader) {
        var ahead = until.entrySet().stream()
                .filter(end -> from.getOrDefault(end.getKey(), end.getValue()) < end.getValue())
                .map(Map.Entry::getKey)
                .toList();
        consumer.assign(ahead);
        ahead.forEach(partition -> consumer.seek(partition, offset(from, partition)));
        var movedAt = System.nanoTime();
        while (ahead.stream().anyMatch(partition -> consumer.position(partition) < offset(until, partition))) {
            var records = consumer.poll(POLL);
            records.forEach(record -> {
                if (record.offset() < offset(until, new TopicPartition(record.topic(), record.partition()))) {
                    reader.accept(record);
                }
            });
            if (!records.isEmpty()) {
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > PATIENCE.toNanos()) {
                throw new CannotCompare("the broker gives no more records of "
                        + ahead.getFirst().topic() + ", though there are some");
            }
        }
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    private static <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new CannotCompare("the broker says: " + (e.getCause() == null ? e : e.getCause()).getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotCompare("was told to end.", e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
