package dev.aisle.testing;

import dev.aisle.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Writes records to the test broker and reads what a service wrote. */
public final class TestRecords {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** One for a broker: what a client costs at its start and its end is a hundred times what a record costs. */
    private static final Map<String, Producer<String, byte[]>> PRODUCERS = new ConcurrentHashMap<>();

    private TestRecords() {}

    /** Writes one record and returns, when the broker has it, where it stands. */
    public static RecordMetadata write(Topic topic, String key, byte @Nullable [] value) {
        try {
            return PRODUCERS
                    .computeIfAbsent(bootstrapServers(), TestRecords::producer)
                    .send(new ProducerRecord<>(topic.topicName(), key, value))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while writing to " + topic, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Could not write to " + topic + ": " + e.getMessage(), e);
        }
    }

    /** A client that waits for nothing, since each record is waited for, and keeps no numbers that a broker made anew would not know. */
    private static Producer<String, byte[]> producer(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        false,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG,
                        ""),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * All committed records of the topic that match, from its beginning, once there are at least {@code count}; for 0 all
     * that it has by now.
     */
    public static List<ConsumerRecord<String, byte[]>> await(
            Topic topic, int count, Predicate<ConsumerRecord<String, byte[]>> matching) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = fromBeginning(topic)) {
            Map<TopicPartition, Long> ends = count == 0 ? consumer.endOffsets(consumer.assignment()) : Map.of();
            Awaitility.await("at least " + count + " records in " + topic.topicName())
                    .atMost(PATIENCE)
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                            if (matching.test(record)) {
                                found.add(record);
                            }
                        });
                        return found.size() >= count
                                && ends.entrySet().stream()
                                        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
                    });
        }
        return found;
    }

    /** All committed records with that key, once there are at least {@code count}. */
    public static List<ConsumerRecord<String, byte[]>> awaitKey(Topic topic, int count, String key) {
        return await(topic, count, record -> key.equals(record.key()));
    }

    private static KafkaConsumer<String, byte[]> fromBeginning(Topic topic) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG,
                        ""),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static String bootstrapServers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
