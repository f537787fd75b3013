package dev.aisle.ingest.shared.store;

import io.quarkus.arc.Unremovable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
            @ConfigProperty(name = "aisle.broker.patience", defaultValue = "6s") Duration patience) {
        this.patience = patience;
        this.producer = new KafkaProducer<>(
                settings(bootstrapServers, (int) patience.toMillis()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** No lingering: whoever waits for one event shouldn't pay for a batch that doesn't come. */
    private static Map<String, Object> settings(String bootstrapServers, int patienceMillis) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.BATCH_SIZE_CONFIG,
                65_536,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                patienceMillis / 2,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                patienceMillis / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                patienceMillis);
    }

    /** True when the broker has acknowledged every record; false when one of them is not known to be written. */
    public boolean write(List<ProducerRecord<String, byte[]>> records) {
        if (records.isEmpty()) {
            return true;
        }
        Acknowledgements acknowledgements = new Acknowledgements(records.size());
        try {
            for (ProducerRecord<String, byte[]> record : records) {
                if (acknowledgements.failed()) {
                    break;
                }
                Future<RecordMetadata> _ = producer.send(record, acknowledgements);
            }
            boolean written = acknowledgements.await(patience.plusSeconds(1));
            if (written) {
                acknowledgedNanos = System.nanoTime();
            }
            return written;
        } catch (KafkaException e) {
            acknowledgements.fail(e);
            return false;
        } finally {
            acknowledgements.failure().ifPresent(e -> LOG.warnf("The broker did not take records: %s", e.toString()));
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
