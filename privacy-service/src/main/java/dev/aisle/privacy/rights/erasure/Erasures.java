package dev.aisle.privacy.rights.erasure;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.platform.erasure.ErasureMarks;
import dev.aisle.platform.storage.Outbox;
import dev.aisle.privacy.rights.request.store.RequestRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The message that asks every service to erase a subject, the same each time it is sent; and beside it the mark, which stays when the
 * pseudonym is gone from the topic.
 */
@ApplicationScoped
class Erasures {
    private final Outbox outbox;
    private final ErasureMarks marks;
    private final String tenant;

    Erasures(Outbox outbox, ErasureMarks marks, @ConfigProperty(name = "aisle.tenant") String tenant) {
        this.outbox = outbox;
        this.marks = marks;
        this.tenant = tenant;
    }

    Erasure send(RequestRow request) {
        Timestamp at = timestamp(request.requestedAt());
        Erasure erasure = Erasure.newBuilder()
                .setRequestId(request.id().toString())
                .setPseudonym(request.pseudonym())
                .setTenant(tenant)
                .setRequestedAt(at)
                .setEffectiveAt(at)
                .build();
        outbox.put(Topic.ERASURES, request.pseudonym(), erasure);
        outbox.put(
                Topic.ERASURES,
                marks.of(request.pseudonym()),
                erasure.toBuilder().clearPseudonym().build());
        return erasure;
    }

    private static Timestamp timestamp(Instant at) {
        return Timestamp.newBuilder()
                .setSeconds(at.getEpochSecond())
                .setNanos(at.getNano())
                .build();
    }
}
