package dev.aisle.local.client;

import dev.aisle.contracts.Topic;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Counts refined events as they are committed at the broker. End offsets would count the markers of transactions as
 * well, so the records themselves are counted.
 */
public final class EventCounter implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private final KafkaConsumer<byte[], byte[]> consumer;
    private long count;
    private long lastNanos = System.nanoTime();

    /** Counts from now on. */
    public EventCounter(PortPlan ports) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        ports.address(Part.KAFKA),
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(Topic.EVENTS.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Counts until so many have come, or none for that long; answers how many. */
    public long await(long wanted, Duration silence) {
        lastNanos = System.nanoTime();
        while (count < wanted && System.nanoTime() - lastNanos < silence.toNanos()) {
            var records = consumer.poll(POLL).count();
            if (records > 0) {
                count += records;
                lastNanos = System.nanoTime();
            }
        }
        return count;
    }

    /** When the last event came, as {@link System#nanoTime()}. */
    public long lastNanos() {
        return lastNanos;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
