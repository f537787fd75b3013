package dev.aisle.profile.people.edge;

import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.identity.Succession;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.platform.tracing.ContinuesTraces;
import dev.aisle.profile.people.usecase.MovePerson;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consents, for those that say that a person stands under another pseudonym now. */
@ApplicationScoped
class SuccessionMessages {
    private final RecordReader reader;
    private final MovePerson movePerson;

    SuccessionMessages(RecordReader reader, MovePerson movePerson) {
        this.reader = reader;
        this.movePerson = movePerson;
    }

    @Incoming("successions")
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        reader.read(batch, ConsentState.parser(), state -> null).stream()
                .map(Succession::of)
                .flatMap(Optional::stream)
                .forEach(movePerson::move);
        batch.forEach(this::retire);
    }

    /** A record without a value: the key of this pseudonym is retired. */
    private void retire(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null && record.key() != null) {
            movePerson.retire(record.key());
        }
    }
}
