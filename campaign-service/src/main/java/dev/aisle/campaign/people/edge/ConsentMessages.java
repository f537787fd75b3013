package dev.aisle.campaign.people.edge;

import dev.aisle.campaign.people.usecase.ForgetWithdrawn;
import dev.aisle.campaign.people.usecase.ForgetWithdrawn.Withdrawal;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.kafka.RecordReader;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consents, to forget when one is taken back. Whether one holds now is asked of the view, which is quicker. */
@ApplicationScoped
class ConsentMessages {
    private final RecordReader reader;
    private final ForgetWithdrawn forgetWithdrawn;

    ConsentMessages(RecordReader reader, ForgetWithdrawn forgetWithdrawn) {
        this.reader = reader;
        this.forgetWithdrawn = forgetWithdrawn;
    }

    @Incoming("consents")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        forgetWithdrawn.forget(reader.read(batch, ConsentState.parser(), WireLimits::violation).stream()
                .filter(ConsentMessages::isWithdrawal)
                .map(state -> new Withdrawal(state.getPseudonym(), state.getVersion()))
                .toList());
    }

    /** Who never granted has nothing to take back: the first version leaves no trace here; nor has who moved to another pseudonym. */
    private static boolean isWithdrawal(ConsentState state) {
        return state.getSuccessor().isEmpty()
                && state.getVersion() > 1
                && !Consent.of(state).allows(Purpose.PERSONALIZATION, Instant.now());
    }
}
