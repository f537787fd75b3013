package dev.aisle.ingest.door.usecase;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.door.domain.Arrival;
import dev.aisle.ingest.door.domain.Reading;
import dev.aisle.ingest.shared.values.Fault;
import dev.aisle.ingest.shared.values.Timestamps;
import dev.aisle.platform.kafka.CloudEventHeaders;
import dev.aisle.platform.sealing.PayloadSeals;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The records that the door writes, payloads sealed; their time is when the door received the event. */
@Singleton
class DoorRecords {
    private static final String SERVICE = "event-ingest-service";
    private static final CloudEventHeaders SHOP_EVENT =
            CloudEventHeaders.kind(ShopEvent.getDescriptor().getFullName(), SERVICE);
    private static final CloudEventHeaders REJECTED_EVENT =
            CloudEventHeaders.kind(RejectedEvent.getDescriptor().getFullName(), SERVICE);

    private final PayloadSeals seals;

    DoorRecords(PayloadSeals seals) {
        this.seals = seals;
    }

    ProducerRecord<String, byte[]> raw(Admitted admitted, Instant receivedAt) {
        ShopEvent event = seals.seal(Topic.EVENTS_RAW, admitted.event(), admitted.consent());
        return new ProducerRecord<>(
                Topic.EVENTS_RAW.topicName(),
                null,
                receivedAt.toEpochMilli(),
                event.getPseudonym(),
                event.toByteArray(),
                SHOP_EVENT.with(event.getMessageId()));
    }

    /**
     * What was wrong and where, and nothing as the client sent it.
     *
     * @param rest what was read beside the fault, of a person who allows it: pseudonymous and minimised, so that an operator
     *     can mend it and send it in again
     */
    ProducerRecord<String, byte[]> rejected(Reading.Rejection rejection, Optional<Admitted> rest, Arrival arrival) {
        String given = rejection.messageId();
        String messageId = rest.map(admitted -> admitted.event().getMessageId())
                .orElseGet(() -> given == null ? UUID.randomUUID().toString() : given);
        Fault fault = rejection.fault();
        RejectedEvent.Builder rejected = RejectedEvent.newBuilder()
                .setMessageId(messageId)
                .setCode(fault.code())
                .setField(fault.field())
                .setReason(fault.message())
                .setRejectedAt(Timestamps.of(arrival.receivedAt()))
                .setStage("door")
                .setSource(arrival.source());
        rest.map(admitted -> seals.seal(Topic.EVENTS_REJECTED, admitted.event(), admitted.consent()))
                .ifPresent(rejected::setEvent);
        return new ProducerRecord<>(
                Topic.EVENTS_REJECTED.topicName(),
                null,
                arrival.receivedAt().toEpochMilli(),
                messageId,
                rejected.build().toByteArray(),
                REJECTED_EVENT.with(messageId));
    }
}
