package dev.aisle.privacy.vault.pseudonyms;

import dev.aisle.contracts.privacy.v1.PseudonymClaim;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.platform.tracing.ContinuesTraces;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from the door who is known under an older key only. */
@ApplicationScoped
class ClaimMessages {
    private final RecordReader reader;
    private final AcceptClaims acceptClaims;

    ClaimMessages(RecordReader reader, AcceptClaims acceptClaims) {
        this.reader = reader;
        this.acceptClaims = acceptClaims;
    }

    @Incoming("pseudonym-claims")
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, delay = 500, maxDuration = 0, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        reader.read(batch, PseudonymClaim.parser(), acceptClaims::violation).forEach(acceptClaims::accept);
    }
}
