package dev.aisle.profile.people.edge;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.consent.SeenConsent;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.platform.positions.ConsumedPartition;
import dev.aisle.platform.positions.ConsumerPositions;
import dev.aisle.platform.sealing.Sealables;
import dev.aisle.platform.sealing.SealedReader;
import dev.aisle.platform.tracing.ContinuesTraces;
import dev.aisle.profile.people.usecase.FoldEvents;
import dev.aisle.profile.people.usecase.FoldEvents.Accepted;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Refined events. A partition of a batch is one transaction; what is down is waited for. */
@ApplicationScoped
class EventMessages {
    private static final String CHANNEL = "events";

    private final SealedReader reader;
    private final ConsentAtUse consents;
    private final FoldEvents foldEvents;
    private final ConsumerPositions positions;
    private final Freshness freshness;

    EventMessages(
            SealedReader reader,
            ConsentAtUse consents,
            FoldEvents foldEvents,
            ConsumerPositions positions,
            Freshness freshness) {
        this.reader = reader;
        this.consents = consents;
        this.foldEvents = foldEvents;
        this.positions = positions;
        this.freshness = freshness;
    }

    @Incoming(CHANNEL)
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        for (TopicPartition partition : batch.partitions()) {
            fold(partition, batch.records(partition));
        }
    }

    private void fold(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        List<Accepted> events = new ArrayList<>(records.size());
        for (ConsumerRecord<String, byte[]> record : records) {
            accepted(record).ifPresent(events::add);
        }
        ConsumedPartition consumed = positions.partition(CHANNEL, partition.topic(), partition.partition());
        consents.use(
                events.stream().map(Accepted::seen).toList(),
                () -> foldEvents.fold(consumed, events, records.getLast().offset() + 1));
        freshness.folded(records);
    }

    private Optional<Accepted> accepted(ConsumerRecord<String, byte[]> record) {
        return reader.read(record, Sealables.EVENT, event -> RecordReader.present("pseudonym", event.getPseudonym()))
                .filter(EventMessages::usable)
                .map(event -> new Accepted(
                        record.offset(),
                        ShopEvents.personEvent(event),
                        SeenConsent.of(event),
                        ShopEvents.browser(event)));
    }

    private static boolean usable(ShopEvent event) {
        return event.getGrantedPurposesList().stream().anyMatch(EventMessages::keeps);
    }

    private static boolean keeps(Purpose purpose) {
        return FoldEvents.KEPT_FOR.contains(purpose);
    }
}
