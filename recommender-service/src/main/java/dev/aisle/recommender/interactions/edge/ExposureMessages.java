package dev.aisle.recommender.interactions.edge;

import dev.aisle.contracts.exposures.v1.Exposure;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.recommender.interactions.usecase.Consents;
import dev.aisle.recommender.interactions.usecase.RecordExposures;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the topic of exposures. */
@ApplicationScoped
public class ExposureMessages {
    private final RecordReader reader;
    private final Consents consents;
    private final RecordExposures recordExposures;

    ExposureMessages(RecordReader reader, Consents consents, RecordExposures recordExposures) {
        this.reader = reader;
        this.consents = consents;
        this.recordExposures = recordExposures;
    }

    @Incoming("exposures")
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 0, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        consents.await(Map.of());
        recordExposures.record(reader.read(batch, Exposure.parser(), Exposures::violation).stream()
                .flatMap(exposure -> Exposures.shownItems(exposure).stream())
                .toList());
    }
}
