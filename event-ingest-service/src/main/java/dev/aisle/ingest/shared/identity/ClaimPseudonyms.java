package dev.aisle.ingest.shared.identity;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.PseudonymClaim;
import dev.aisle.ingest.shared.broker.AcknowledgedWriter;
import dev.aisle.platform.kafka.CloudEventHeaders;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Tells privacy-service that two pseudonyms are of one person. Nobody waits for it: until the person has moved, everything goes on under
 * the older pseudonym, and who comes again is claimed again.
 */
@Singleton
class ClaimPseudonyms {
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int REMEMBERED = 50_000;
    private static final String SERVICE = "event-ingest-service";

    private final AcknowledgedWriter writer;
    private final Map<String, Long> claimed = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    ClaimPseudonyms(AcknowledgedWriter writer) {
        this.writer = writer;
    }

    /** Claims once in a while. */
    void claim(Pseudonym old, Pseudonym now) {
        if (isDue(old.value())) {
            PseudonymClaim claim = PseudonymClaim.newBuilder()
                    .setOldPseudonym(old.value())
                    .setNewPseudonym(now.value())
                    .build();
            var _ = writer.begin(List.of(new ProducerRecord<>(
                    Topic.PSEUDONYM_CLAIMS.topicName(),
                    null,
                    old.value(),
                    claim.toByteArray(),
                    CloudEventHeaders.of(
                            UUID.randomUUID().toString(),
                            claim.getDescriptorForType().getFullName(),
                            SERVICE))));
        }
    }

    private synchronized boolean isDue(String old) {
        long now = System.nanoTime();
        Long before = claimed.get(old);
        if (before != null && now - before < AGAIN_NANOS) {
            return false;
        }
        claimed.put(old, now);
        return true;
    }
}
