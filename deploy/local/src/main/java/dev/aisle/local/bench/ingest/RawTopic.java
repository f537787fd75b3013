package dev.aisle.local.bench.ingest;

import dev.aisle.contracts.Topic;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the door wrote, as the broker has it. The door writes without transactions, so offsets count records. */
final class RawTopic implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    RawTopic(PortPlan ports) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", ports.address(Part.KAFKA), "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(Topic.EVENTS_RAW.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** How many records there are. */
    long count() {
        return consumer.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Bytes of key, value and headers of an average record among the last ones. */
    int recordBytes() {
        consumer.endOffsets(partitions).forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - 200)));
        var bytes = 0L;
        var records = 0;
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (records == 0 && System.nanoTime() < deadline) {
            for (var record : consumer.poll(Duration.ofMillis(500))) {
                bytes += record.serializedKeySize() + record.serializedValueSize();
                for (var header : record.headers()) {
                    bytes += header.key().length() + header.value().length;
                }
                records++;
            }
        }
        return records == 0 ? 0 : (int) (bytes / records);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
