package dev.aisle.ingest.shared.broker;

import dev.aisle.contracts.Topic;
import dev.aisle.platform.kafka.BrokerSecurity;
import io.quarkus.arc.Unremovable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Writes records and waits until the broker has all of them. A broker that is away is noticed within seconds; the producer
 * goes on by itself when it is back.
 */
@Singleton
@Unremovable
public class AcknowledgedWriter {
    private static final Logger LOG = Logger.getLogger(AcknowledgedWriter.class);

    /** Since the last acknowledgement, when there was none yet. */
    public static final Duration NEVER = Duration.ofDays(365);

    private final Producer<String, byte[]> producer;
    private final Duration patience;
    private volatile long acknowledgedNanos = System.nanoTime() - NEVER.toNanos();

    AcknowledgedWriter(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "aisle.broker.patience", defaultValue = "6s") Duration patience,
            @ConfigProperty(name = "aisle.broker.compression", defaultValue = "none") String compression,
            @ConfigProperty(name = "aisle.broker.linger", defaultValue = "2ms") Duration linger) {
        this.patience = patience;
        this.producer = new KafkaProducer<>(
                BrokerSecurity.with(
                        settings(bootstrapServers, (int) patience.toMillis(), compression, (int) linger.toMillis())),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Whoever waits for one event pays two milliseconds for the batch: that halves what the broker does for it, and with it the
     * slow answers of a busy machine. One request is under way at a time, and what comes meanwhile is the next batch. Such batches
     * are small, and a compressor costs more garbage than they hold.
     */
    private static Map<String, Object> settings(
            String bootstrapServers, int patienceMillis, String compression, int lingerMillis) {
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, lingerMillis),
                Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 65_536),
                Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, compression),
                Map.entry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1),
                // The event loop sends: it must never wait for memory or for where a topic lies.
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0),
                Map.entry(ProducerConfig.METADATA_MAX_IDLE_CONFIG, NEVER.toMillis()),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patienceMillis / 2),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patienceMillis));
    }

    /** True when the broker has acknowledged every record; false when one of them is not known to be written. */
    public boolean write(List<ProducerRecord<String, byte[]>> records) {
        return begin(records).toCompletableFuture().join();
    }

    /**
     * The same without waiting. Completes in any case: the producer gives up on a record after its patience. Never blocks: a
     * record for which there is no room fails at once.
     */
    public CompletionStage<Boolean> begin(List<ProducerRecord<String, byte[]>> records) {
        if (records.isEmpty()) {
            return CompletableFuture.completedFuture(true);
        }
        Acknowledgements acknowledgements = new Acknowledgements(records.size());
        try {
            for (int i = 0; i < records.size() && !acknowledgements.failed(); i++) {
                Future<RecordMetadata> _ = producer.send(records.get(i), acknowledgements);
            }
        } catch (KafkaException e) {
            acknowledgements.fail(e);
        }
        return acknowledgements.all().thenApply(written -> written(written, acknowledgements));
    }

    private boolean written(boolean written, Acknowledgements acknowledgements) {
        if (written) {
            acknowledgedNanos = System.nanoTime();
        } else {
            acknowledgements.failure().ifPresent(e -> LOG.warnf("The broker did not take records: %s", e.toString()));
        }
        return written;
    }

    /**
     * Learns where a topic lies, so that the first record has not to wait for that; false when the broker didn't answer yet. A
     * write to a topic that isn't known fails at once and succeeds a moment later.
     */
    public boolean learn(Topic topic) {
        try {
            return !producer.partitionsFor(topic.topicName()).isEmpty();
        } catch (KafkaException e) {
            LOG.debugf("The broker doesn't tell of %s yet: %s", topic.topicName(), e.toString());
            return false;
        }
    }

    /** How long ago the broker last acknowledged everything that was written at once. */
    public Duration sinceAcknowledgement() {
        return Duration.ofNanos(System.nanoTime() - acknowledgedNanos);
    }

    @PreDestroy
    void close() {
        producer.close(patience);
    }
}
