package dev.aisle.profile.edge;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.consent.SeenConsent;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.profile.usecase.FoldEvents;
import dev.aisle.profile.usecase.FoldEvents.Accepted;
import dev.aisle.profile.usecase.FoldEvents.Partition;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Refined events. A partition of a batch is one transaction; what is down is waited for. */
@ApplicationScoped
class EventMessages {
    private final RecordReader reader;
    private final ConsentAtUse consents;
    private final FoldEvents foldEvents;

    EventMessages(RecordReader reader, ConsentAtUse consents, FoldEvents foldEvents) {
        this.reader = reader;
        this.consents = consents;
        this.foldEvents = foldEvents;
    }

    @Incoming("events")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        for (TopicPartition partition : batch.partitions()) {
            fold(partition, batch.records(partition));
        }
    }

    private void fold(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        Partition where = new Partition(partition.topic(), partition.partition());
        long next = foldEvents.nextOffset(where);
        List<ConsumerRecord<String, byte[]>> unfolded =
                records.stream().filter(record -> record.offset() >= next).toList();
        List<Accepted> events = reader
                .read(unfolded, ShopEvent.parser(), event -> RecordReader.present("pseudonym", event.getPseudonym()))
                .stream()
                .filter(EventMessages::usable)
                .map(event -> new Accepted(Observations.of(event), SeenConsent.of(event)))
                .toList();
        consents.use(
                events.stream().map(Accepted::seen).toList(),
                () -> foldEvents.fold(where, events, records.getLast().offset() + 1));
    }

    private static boolean usable(ShopEvent event) {
        return event.getGrantedPurposesList().contains(Purpose.PERSONALIZATION)
                || event.getGrantedPurposesList().contains(Purpose.ANALYTICS);
    }
}
