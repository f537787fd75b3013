package dev.aisle.recommender.intake;

import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.sealing.Sealables;
import dev.aisle.platform.sealing.SealedReader;
import dev.aisle.platform.tracing.ContinuesTraces;
import dev.aisle.recommender.interactions.PersonEvent;
import dev.aisle.recommender.interactions.RecordInteractions;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the topic of refined events. */
@ApplicationScoped
class EventMessages {
    private final SealedReader reader;
    private final ConsentAtUse consents;
    private final RecordInteractions recordInteractions;

    EventMessages(SealedReader reader, ConsentAtUse consents, RecordInteractions recordInteractions) {
        this.reader = reader;
        this.consents = consents;
        this.recordInteractions = recordInteractions;
    }

    @Incoming("events")
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 0, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        List<PersonEvent> events = reader.read(batch, Sealables.EVENT, ShopEvents::violation).stream()
                .map(ShopEvents::personEvent)
                .filter(event -> !event.interactions().isEmpty())
                .toList();
        consents.use(events.stream().map(PersonEvent::seen).toList(), () -> recordInteractions.record(events));
    }
}
