package dev.aisle.profile.people.edge;

import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.platform.erasure.ErasureMarks;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.platform.tracing.ContinuesTraces;
import dev.aisle.profile.people.usecase.EraseSubject;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Requests to erase a person. */
@ApplicationScoped
class ErasureMessages {
    private final RecordReader reader;
    private final EraseSubject eraseSubject;

    ErasureMessages(RecordReader reader, EraseSubject eraseSubject) {
        this.reader = reader;
        this.eraseSubject = eraseSubject;
    }

    @Incoming("erasures")
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        reader.read(
                        ErasureMarks.asking(batch),
                        Erasure.parser(),
                        erasure -> RecordReader.present("pseudonym", erasure.getPseudonym()))
                .forEach(eraseSubject::erase);
    }
}
