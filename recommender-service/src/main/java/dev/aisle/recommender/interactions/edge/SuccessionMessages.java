package dev.aisle.recommender.interactions.edge;

import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.identity.Succession;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.platform.tracing.ContinuesTraces;
import dev.aisle.recommender.assistant.conversations.usecase.KeepNoLonger;
import dev.aisle.recommender.assistant.learning.usecase.ForgetLearned;
import dev.aisle.recommender.interactions.usecase.MovePerson;
import dev.aisle.recommender.served.usecase.ForgetUnwilling;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consents, for those that say that a person stands under another pseudonym now, or takes something back. */
@ApplicationScoped
class SuccessionMessages {
    private final RecordReader reader;
    private final MovePerson movePerson;
    private final ForgetUnwilling forgetUnwilling;
    private final KeepNoLonger keepNoLonger;
    private final ForgetLearned forgetLearned;

    SuccessionMessages(
            RecordReader reader,
            MovePerson movePerson,
            ForgetUnwilling forgetUnwilling,
            KeepNoLonger keepNoLonger,
            ForgetLearned forgetLearned) {
        this.reader = reader;
        this.movePerson = movePerson;
        this.forgetUnwilling = forgetUnwilling;
        this.keepNoLonger = keepNoLonger;
        this.forgetLearned = forgetLearned;
    }

    @Incoming("successions")
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        List<ConsentState> states = reader.read(batch, ConsentState.parser(), state -> null);
        forgetUnwilling.forget(states);
        keepNoLonger.of(states);
        forgetLearned.ofUnwilling(states);
        states.stream().map(Succession::of).flatMap(Optional::stream).forEach(movePerson::move);
        batch.forEach(this::retire);
    }

    /** A record without a value: the key of this pseudonym is retired. */
    private void retire(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null && record.key() != null) {
            movePerson.retire(record.key());
        }
    }
}
