package dev.aisle.platform.consent;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.EnforcementReport;
import dev.aisle.platform.kafka.CloudEventHeaders;
import dev.aisle.platform.kafka.Producers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** Writes the reports of this process; they name no person. */
final class EnforcementReports {
    private static final Logger LOG = Logger.getLogger(EnforcementReports.class);
    private static final String TYPE = EnforcementReport.getDescriptor().getFullName();

    private final Producers producers;
    private final String service;
    private final Duration tolerated;
    private final String instance = UUID.randomUUID().toString();

    EnforcementReports(Producers producers, String service, Duration tolerated) {
        this.producers = producers;
        this.service = service;
        this.tolerated = tolerated;
    }

    /** Takes when a report was sent and when the broker had it. */
    @FunctionalInterface
    interface Acknowledged {
        void at(long sentNanos, long ackedNanos);
    }

    /** Sends one without waiting; what doesn't arrive is made up for by the next. */
    CompletableFuture<Void> send(Map<Integer, Long> nextOffsets, boolean left, Acknowledged acknowledged) {
        CompletableFuture<Void> arrived = new CompletableFuture<>();
        ProducerRecord<String, byte[]> record = record(nextOffsets, left);
        long sent = System.nanoTime();
        try {
            var _ = producers.reliable().send(record, (written, failure) -> {
                if (failure == null) {
                    acknowledged.at(sent, System.nanoTime());
                    arrived.complete(null);
                } else {
                    arrived.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            LOG.debugf("A report of this enforcement point was not sent: %s", e.getMessage());
            arrived.completeExceptionally(e);
        }
        return arrived;
    }

    private ProducerRecord<String, byte[]> record(Map<Integer, Long> nextOffsets, boolean left) {
        Instant now = Instant.now();
        EnforcementReport report = EnforcementReport.newBuilder()
                .setService(service)
                .setInstance(instance)
                .putAllNextOffsets(nextOffsets)
                .setReportedAt(
                        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                .setLeft(left)
                .setToleratedSilence(com.google.protobuf.Duration.newBuilder()
                        .setSeconds(tolerated.getSeconds())
                        .setNanos(tolerated.getNano()))
                .build();
        return new ProducerRecord<>(
                Topic.ENFORCEMENT_POINTS.topicName(),
                null,
                instance,
                report.toByteArray(),
                CloudEventHeaders.of(UUID.randomUUID().toString(), TYPE, service));
    }
}
