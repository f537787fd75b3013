package dev.aisle.recommender.interactions.edge;

import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.platform.erasure.ErasureMarks;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.platform.tracing.ContinuesTraces;
import dev.aisle.recommender.interactions.usecase.ForgetPerson;
import dev.aisle.recommender.shared.store.StoredText;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Takes the topic of erasures. */
@ApplicationScoped
public class ErasureMessages {
    private final RecordReader reader;
    private final ForgetPerson forgetPerson;

    ErasureMessages(RecordReader reader, ForgetPerson forgetPerson) {
        this.reader = reader;
        this.forgetPerson = forgetPerson;
    }

    @Incoming("erasures")
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 0, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        reader.read(ErasureMarks.asking(batch), Erasure.parser(), ErasureMessages::violation)
                .forEach(forgetPerson::forget);
    }

    private static @Nullable String violation(Erasure erasure) {
        return StoredText.first(
                StoredText.idViolation("pseudonym", erasure.getPseudonym()),
                StoredText.textViolation("request_id", erasure.getRequestId()));
    }
}
