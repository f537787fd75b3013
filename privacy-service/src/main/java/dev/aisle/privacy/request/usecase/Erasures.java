package dev.aisle.privacy.request.usecase;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.platform.storage.Outbox;
import dev.aisle.privacy.request.store.RequestRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The message that asks every service to erase a subject: the same each time it is sent. */
@ApplicationScoped
class Erasures {
    private final Outbox outbox;
    private final String tenant;

    Erasures(Outbox outbox, @ConfigProperty(name = "aisle.tenant") String tenant) {
        this.outbox = outbox;
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
        return erasure;
    }

    private static Timestamp timestamp(Instant at) {
        return Timestamp.newBuilder()
                .setSeconds(at.getEpochSecond())
                .setNanos(at.getNano())
                .build();
    }
}
