package dev.aisle.local.bench.profile;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes consents and refined events onto the topics, as privacy-service and refine do. */
public final class Feeder implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    public Feeder(PortPlan ports) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", ports.address(Part.KAFKA), "linger.ms", 20, "compression.type", "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Everybody grants what profiles are kept for. */
    public void grant(int people) {
        grant(people, List.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING));
    }

    /** Everybody grants these. */
    public void grant(int people, List<Purpose> purposes) {
        for (int number = 0; number < people; number++) {
            var state = ConsentState.newBuilder()
                    .setPseudonym(MadeEvents.pseudonym(number))
                    .setVersion(1);
            for (var purpose : purposes) {
                state.addDecisions(
                        PurposeDecision.newBuilder().setPurpose(purpose).setStatus(ConsentStatus.GRANTED));
            }
            send(Topic.CONSENTS, state.getPseudonym(), state.build().toByteArray());
        }
        producer.flush();
    }

    /** Sends so many events, of whole sessions; how many bytes the messages have. */
    public long send(MadeEvents made, int events) {
        var bytes = 0L;
        var sent = 0;
        while (sent < events) {
            for (ShopEvent event : made.session()) {
                bytes += send(event, event.toByteArray());
                sent++;
            }
        }
        producer.flush();
        return bytes / sent;
    }

    /** Sends a session of each of so many people. */
    public void sendAll(MadeEvents made, int people) {
        IntStream.range(0, people)
                .mapToObj(MadeEvents::pseudonym)
                .flatMap(person -> made.sessionOf(person).stream())
                .forEach(event -> send(event, event.toByteArray()));
        producer.flush();
    }

    private int send(ShopEvent event, byte[] message) {
        send(Topic.EVENTS, event.getPseudonym(), message);
        return message.length;
    }

    /** Sends one event and waits until the broker has it. */
    public void send(ShopEvent event) {
        send(event, event.toByteArray());
        producer.flush();
    }

    /** Sends some events and waits until the broker has them. */
    public void send(List<ShopEvent> events) {
        events.forEach(event -> send(event, event.toByteArray()));
        producer.flush();
    }

    private void send(Topic topic, String key, byte[] value) {
        Future<RecordMetadata> _ = producer.send(new ProducerRecord<>(topic.topicName(), key, value), (_, failure) -> {
            if (failure != null) {
                throw new IllegalStateException("The broker refused a record of " + topic.topicName(), failure);
            }
        });
    }

    @Override
    public void close() {
        producer.close();
    }
}
