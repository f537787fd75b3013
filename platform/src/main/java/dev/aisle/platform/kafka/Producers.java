package dev.aisle.platform.kafka;

import io.quarkus.arc.Unremovable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The producer that the outbox and the dead letters share; connects when first used. */
@Singleton
@Unremovable
public class Producers {
    private final String bootstrapServers;
    private @Nullable Producer<String, byte[]> reliable;

    Producers(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Idempotent, acknowledged by all replicas, in order; gives up on a record after 30 seconds. Not compressed: a batch is a few records, and each
     * would take two buffers of 64 kB.
     */
    public synchronized Producer<String, byte[]> reliable() {
        if (reliable == null) {
            reliable = new KafkaProducer<>(
                    BrokerSecurity.with(Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                            ProducerConfig.ACKS_CONFIG, "all",
                            ProducerConfig.LINGER_MS_CONFIG, 0,
                            ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
                            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000)),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        return reliable;
    }

    @PreDestroy
    synchronized void close() {
        if (reliable != null) {
            reliable.close(Duration.ofSeconds(5));
        }
    }
}
