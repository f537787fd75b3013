package dev.aisle.ingest.shared.broker;

import dev.aisle.contracts.Topic;
import dev.aisle.platform.kafka.BrokerSecurity;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic once from a moment to its end, for a question that is asked seldom. Two at a time: each reads what may be
 * many megabytes.
 */
@Singleton
public class TopicScan {
    /** How much of what was asked for was read. */
    public enum Extent {
        /** Everything that stood in the topic when the scan began. */
        WHOLE,
        /** Time ran out. */
        PART,
        /** The broker doesn't answer, or other scans are running. */
        NONE
    }

    private static final Logger LOG = Logger.getLogger(TopicScan.class);
    private static final int AT_THE_SAME_TIME = 2;
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PATIENCE_WITH_BROKER = Duration.ofSeconds(5);

    private final String bootstrapServers;
    private final Duration longest;
    private final Semaphore free = new Semaphore(AT_THE_SAME_TIME);

    TopicScan(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "aisle.scan.longest", defaultValue = "20s") Duration longest) {
        this.bootstrapServers = bootstrapServers;
        this.longest = longest;
    }

    /**
     * Shows every committed record to the visitor, per partition in order.
     *
     * @param since skips what is older; {@code null} begins at the beginning
     */
    public Extent read(Topic topic, @Nullable Instant since, Consumer<ConsumerRecord<String, byte[]>> visitor) {
        if (!entered()) {
            return Extent.NONE;
        }
        try (KafkaConsumer<String, byte[]> consumer = newConsumer()) {
            Map<TopicPartition, Long> ends = ends(consumer, topic);
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            if (since != null) {
                seek(consumer, ends, since);
            }
            return follow(consumer, ends, visitor);
        } catch (KafkaException | TimeoutException | ExecutionException e) {
            LOG.warnf("%s could not be read: %s", topic.topicName(), e.toString());
            return Extent.NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Extent.NONE;
        } finally {
            free.release();
        }
    }

    private boolean entered() {
        try {
            return free.tryAcquire(PATIENCE_WITH_BROKER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Where each partition ends with what is committed and what is still open: whoever committed before the scan is seen by it,
     * also when somebody else's transaction stands before.
     */
    private Map<TopicPartition, Long> ends(KafkaConsumer<String, byte[]> consumer, Topic topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> latest =
                consumer.partitionsFor(topic.topicName(), PATIENCE_WITH_BROKER).stream()
                        .collect(Collectors.toMap(
                                info -> new TopicPartition(info.topic(), info.partition()),
                                info -> OffsetSpec.latest()));
        try (Admin admin = Admin.create(
                BrokerSecurity.with(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers)))) {
            return admin
                    .listOffsets(latest)
                    .all()
                    .get(PATIENCE_WITH_BROKER.toMillis(), TimeUnit.MILLISECONDS)
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        }
    }

    private static void seek(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends, Instant since) {
        Map<TopicPartition, Long> wanted =
                ends.keySet().stream().collect(Collectors.toMap(part -> part, part -> since.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted, PATIENCE_WITH_BROKER);
        ends.forEach((part, end) -> {
            OffsetAndTimestamp from = found.get(part);
            consumer.seek(part, from == null ? end : from.offset());
        });
    }

    private Extent follow(
            KafkaConsumer<String, byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<String, byte[]>> visitor) {
        long began = System.nanoTime();
        while (!atEnd(consumer, ends)) {
            if (System.nanoTime() - began > longest.toNanos()) {
                return Extent.PART;
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    visitor.accept(record);
                }
            }
        }
        return Extent.WHOLE;
    }

    private static boolean atEnd(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        List<TopicPartition> done = ends.entrySet().stream()
                .filter(end -> consumer.position(end.getKey(), PATIENCE_WITH_BROKER) >= end.getValue())
                .map(Map.Entry::getKey)
                .toList();
        consumer.pause(done);
        return done.size() == ends.size();
    }

    private KafkaConsumer<String, byte[]> newConsumer() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE_WITH_BROKER.toMillis(),
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                2_000);
        return new KafkaConsumer<>(
                BrokerSecurity.with(settings), new StringDeserializer(), new ByteArrayDeserializer());
    }
}
