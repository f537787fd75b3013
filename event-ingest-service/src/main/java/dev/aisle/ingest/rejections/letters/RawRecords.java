package dev.aisle.ingest.rejections.letters;

import dev.aisle.contracts.Topic;
import dev.aisle.platform.kafka.BrokerSecurity;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Single records of the raw topic, read where they stand. */
@Singleton
class RawRecords {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String bootstrapServers;

    RawRecords(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Where a record stands. */
    public record Coordinates(int partition, long offset) {}

    /** Shows each thing with the record that stands at its place; empty when there is none any more. */
    public <T> void at(Map<Coordinates, T> things, BiConsumer<T, Optional<ConsumerRecord<String, byte[]>>> visitor) {
        try (KafkaConsumer<String, byte[]> consumer = newConsumer()) {
            things.forEach((place, thing) -> visitor.accept(thing, read(consumer, place)));
        }
    }

    private static Optional<ConsumerRecord<String, byte[]>> read(
            KafkaConsumer<String, byte[]> consumer, Coordinates place) {
        TopicPartition partition = new TopicPartition(Topic.EVENTS_RAW.topicName(), place.partition());
        int partitions = consumer.partitionsFor(partition.topic(), PATIENCE).size();
        if (place.partition() < 0 || place.partition() >= partitions || place.offset() < 0) {
            return Optional.empty();
        }
        List<TopicPartition> one = List.of(partition);
        boolean there = consumer.beginningOffsets(one, PATIENCE).getOrDefault(partition, 0L) <= place.offset()
                && consumer.endOffsets(one, PATIENCE).getOrDefault(partition, 0L) > place.offset();
        if (!there) {
            return Optional.empty();
        }
        consumer.assign(one);
        consumer.seek(partition, place.offset());
        return consumer.poll(PATIENCE).records(partition).stream()
                .filter(record -> record.offset() == place.offset())
                .findFirst();
    }

    private KafkaConsumer<String, byte[]> newConsumer() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                65_536);
        return new KafkaConsumer<>(
                BrokerSecurity.with(settings), new StringDeserializer(), new ByteArrayDeserializer());
    }
}
