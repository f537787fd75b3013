package dev.aisle.privacy.rights.erasure;

import dev.aisle.contracts.Topic;
import dev.aisle.platform.kafka.Producers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes a record without a value, of nobody, to each partition of the compacted topics. Kafka compacts a segment only when another one has
 * followed, and begins one only with a record: in a partition in which nothing happens an erased pseudonym would stay.
 */
@ApplicationScoped
class RollSegments {
    private static final String NOBODY = "p1.erased.nobody";
    private static final List<Topic> COMPACTED = List.of(Topic.ERASURES, Topic.CONSENTS);

    private final Producers producers;

    RollSegments(Producers producers) {
        this.producers = producers;
    }

    /** Writes them; the broker may take its time. */
    public void roll() {
        for (Topic topic : COMPACTED) {
            for (var partition : producers.reliable().partitionsFor(topic.topicName())) {
                var _ = producers
                        .reliable()
                        .send(new ProducerRecord<>(topic.topicName(), partition.partition(), NOBODY, null));
            }
        }
    }
}
