package dev.aisle.ingest.rejections;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.platform.kafka.CloudEventHeaders;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What a replay writes, all in one transaction: the event once more, and a note behind its refusal that says so. The time of
 * the records is now; with that of the first time the raw topic might let them go before refine has read them.
 */
public final class ReplayRecords {
    public static final String SERVICE = "event-ingest-service";
    /** The transactional id of every replay: one at a time, whoever starts it and wherever. */
    public static final String TASK = "replays";

    private ReplayRecords() {}

    static ProducerRecord<String, byte[]> event(ShopEvent event) {
        return new ProducerRecord<>(
                Topic.EVENTS_RAW.topicName(),
                null,
                event.getPseudonym(),
                event.toByteArray(),
                CloudEventHeaders.of(
                        event.getMessageId(), ShopEvent.getDescriptor().getFullName(), SERVICE));
    }

    public static ProducerRecord<String, byte[]> again(ConsumerRecord<String, byte[]> record) {
        return new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers());
    }

    public static ProducerRecord<String, byte[]> note(RejectedEvent refusal, Instant now) {
        return new ProducerRecord<>(
                Topic.EVENTS_REJECTED.topicName(),
                null,
                refusal.getMessageId(),
                Rejection.marker(refusal, now).toByteArray(),
                CloudEventHeaders.of(
                        refusal.getMessageId(), RejectedEvent.getDescriptor().getFullName(), SERVICE));
    }
}
