package dev.aisle.ingest.refine;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Writes raw events and reads committed ones, outside of a Quarkus test. */
final class PlainClient implements AutoCloseable {
    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;

    PlainClient(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    void send(ShopEvent.Builder event) {
        long receivedAt = event.getReceivedAt().getSeconds() * 1000;
        var _ = producer.send(new ProducerRecord<>(
                Topic.EVENTS_RAW.topicName(),
                null,
                receivedAt,
                event.getPseudonym(),
                event.build().toByteArray()));
    }

    /** Everything in the topic, once there is that much of it; parsed as events where it is events. */
    List<ShopEvent> await(Topic topic, int count) {
        producer.flush();
        List<ShopEvent> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "reader-" + UUID.randomUUID(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic.topicName()));
            Awaitility.await(count + " records in " + topic.topicName())
                    .atMost(Duration.ofSeconds(60))
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(200))
                                .forEach(record -> found.add(topic == Topic.EVENTS ? parse(record.value()) : null));
                        return found.size() >= count;
                    });
        }
        return found;
    }

    private static ShopEvent parse(byte[] value) {
        try {
            return ShopEvent.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("not an event", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
