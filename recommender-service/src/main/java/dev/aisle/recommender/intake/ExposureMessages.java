package dev.aisle.recommender.intake;

import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.sealing.Sealables;
import dev.aisle.platform.sealing.SealedReader;
import dev.aisle.platform.tracing.ContinuesTraces;
import dev.aisle.recommender.interactions.RecordExposures;
import dev.aisle.recommender.interactions.ShownItem;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the topic of exposures. */
@ApplicationScoped
class ExposureMessages {
    private final SealedReader reader;
    private final ConsentAtUse consents;
    private final RecordExposures recordExposures;

    ExposureMessages(SealedReader reader, ConsentAtUse consents, RecordExposures recordExposures) {
        this.reader = reader;
        this.consents = consents;
        this.recordExposures = recordExposures;
    }

    @Incoming("exposures")
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 0, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        List<ShownItem> items = reader.read(batch, Sealables.EXPOSURE, Exposures::violation).stream()
                .flatMap(exposure -> Exposures.shownItems(exposure).stream())
                .toList();
        consents.use(
                items.stream().map(item -> item.showing().seen()).distinct().toList(),
                () -> recordExposures.record(items));
    }
}
