package dev.aisle.ingest.shared.broker;

import dev.aisle.contracts.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Knows whether the broker takes records, by writing one where nobody reads. Traffic is a probe as well: while shops' events
 * are acknowledged nothing else is written.
 */
@Singleton
class ProbeBroker {
    private static final Duration QUIET = Duration.ofSeconds(1);
    /** Longer than one missed probe, shorter than a shop's patience. */
    private static final Duration TRUSTED = Duration.ofSeconds(3);

    private final AcknowledgedWriter writer;
    private final String instance = UUID.randomUUID().toString();
    private boolean known;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("broker-probe").factory());

    ProbeBroker(AcknowledgedWriter writer) {
        this.writer = writer;
    }

    void start(@Observes StartupEvent event) {
        ScheduledFuture<?> _ =
                clock.scheduleWithFixedDelay(this::probe, 0, QUIET.toMillis() / 2, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    /** Whether the broker acknowledged something a moment ago. */
    public boolean writable() {
        return writer.sinceAcknowledgement().compareTo(TRUSTED) < 0;
    }

    /** Whether the broker has ever acknowledged something. */
    public boolean wasWritable() {
        return writer.sinceAcknowledgement().compareTo(AcknowledgedWriter.NEVER) < 0;
    }

    /** How long ago that was, in words. */
    public String lastAcknowledgement() {
        return wasWritable() ? writer.sinceAcknowledgement().toMillis() + " ms ago" : "never";
    }

    private void probe() {
        known = known || learnTopics();
        if (known && writer.sinceAcknowledgement().compareTo(QUIET) >= 0) {
            writer.write(List.of(new ProducerRecord<>(Topic.PROBES.topicName(), instance, new byte[0])));
        }
    }

    /**
     * Until then the door isn't ready: whoever writes doesn't wait for the broker to say where a topic lies. Asks for every topic each time, since
     * one that isn't known yet is only asked for.
     */
    private boolean learnTopics() {
        return Arrays.stream(Topic.values())
                        .filter(topic -> !writer.learn(topic))
                        .count()
                == 0;
    }
}
