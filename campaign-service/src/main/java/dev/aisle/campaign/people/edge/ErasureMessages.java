package dev.aisle.campaign.people.edge;

import dev.aisle.campaign.people.usecase.ErasePerson;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.platform.erasure.ErasureMarks;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.platform.tracing.ContinuesTraces;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Requests to erase a person. */
@ApplicationScoped
class ErasureMessages {
    private final RecordReader reader;
    private final ErasePerson erasePerson;

    ErasureMessages(RecordReader reader, ErasePerson erasePerson) {
        this.reader = reader;
        this.erasePerson = erasePerson;
    }

    @Incoming("erasures")
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        reader.read(ErasureMarks.asking(batch), Erasure.parser(), WireLimits::violation)
                .forEach(erasePerson::erase);
    }
}
