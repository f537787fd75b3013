package dev.aisle.platform.positions;

import dev.aisle.platform.kafka.BrokerSecurity;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads part of a partition, beside the consumer of the channel: that one has polled further already, and what it has polled can't be told from what it
 * would poll after a seek, since offsets have holes.
 */
@Singleton
class MissedRecords {
    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrapServers;
    private final LogGaps gaps;

    MissedRecords(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers, LogGaps gaps) {
        this.bootstrapServers = bootstrapServers;
        this.gaps = gaps;
    }

    /** Takes some records of the partition, in order. */
    @FunctionalInterface
    interface Taker {
        void take(List<ConsumerRecord<String, byte[]>> records) throws Exception;
    }

    /** Gives what lies between two offsets, the second of them exclusive. */
    void read(String consumer, TopicPartition partition, long from, long until, Taker taker) throws Exception {
        try (KafkaConsumer<String, byte[]> reader = newReader()) {
            List<TopicPartition> only = List.of(partition);
            reader.assign(only);
            long start = reader.beginningOffsets(only).getOrDefault(partition, 0L);
            if (from > 0 && from < start) {
                gaps.removed(consumer, partition, from, start);
            }
            reader.seek(partition, Math.max(from, start));
            while (reader.position(partition) < until) {
                List<ConsumerRecord<String, byte[]>> due = new ArrayList<>();
                for (ConsumerRecord<String, byte[]> record : reader.poll(POLL).records(partition)) {
                    if (record.offset() < until) {
                        due.add(record);
                    }
                }
                if (!due.isEmpty()) {
                    taker.take(due);
                }
            }
        }
    }

    private KafkaConsumer<String, byte[]> newReader() {
        return new KafkaConsumer<>(
                BrokerSecurity.with(Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        1_000)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
