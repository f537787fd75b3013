package dev.aisle.platform.kafka;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.operations.v1.DeadLetter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Records that nobody could read, by their coordinates and the reason. The payload is not copied: whoever may see it reads
 * it where it stands.
 */
@Singleton
@Unremovable
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Producers producers;
    private final MeterRegistry metrics;
    private final String service;

    DeadLetters(
            Producers producers,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.producers = producers;
        this.metrics = metrics;
        this.service = service;
    }

    private void count(String topic) {
        Counter.builder("aisle.dead.letters")
                .description("Records that this service could not read, by their topic")
                .tag("topic", topic)
                .register(metrics)
                .increment();
    }

    /** Writes the dead letter and returns when the broker has it, so that the consumer may go on. */
    public void put(ConsumerRecord<?, byte[]> record, String reason) {
        LOG.warnf("Unreadable record at %s-%d@%d: %s", record.topic(), record.partition(), record.offset(), reason);
        count(record.topic());
        DeadLetter letter = letter(record, reason);
        try {
            producers
                    .reliable()
                    .send(new ProducerRecord<>(
                            Topic.DEAD_LETTERS.topicName(),
                            null,
                            service,
                            letter.toByteArray(),
                            CloudEventHeaders.of(
                                    UUID.randomUUID().toString(),
                                    DeadLetter.getDescriptor().getFullName(),
                                    service)))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while writing a dead letter", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A dead letter could not be written: " + e.getMessage(), e);
        }
    }

    private DeadLetter letter(ConsumerRecord<?, byte[]> record, String reason) {
        byte[] payload = record.value() == null ? new byte[0] : record.value();
        Instant now = Instant.now();
        return DeadLetter.newBuilder()
                .setService(service)
                .setTopic(record.topic())
                .setPartition(record.partition())
                .setOffset(record.offset())
                .setReason(reason)
                .setSeenAt(
                        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                .setSizeBytes(payload.length)
                .setPayloadHash(ByteString.copyFrom(sha256(payload)))
                .build();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
