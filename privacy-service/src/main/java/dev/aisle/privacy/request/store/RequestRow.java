package dev.aisle.privacy.request.store;

import dev.aisle.privacy.request.domain.RequestStatus;
import dev.aisle.privacy.request.domain.RequestType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request. */
@Entity
@Table(name = "subject_request")
public class RequestRow {
    @Id
    UUID id;

    String pseudonym;
    String type;
    String status;
    Instant requestedAt;

    @Nullable
    Instant completedAt;

    int attempts;
    Instant lastSentAt;

    @SuppressWarnings("NullAway.Init")
    protected RequestRow() {}

    /** A request that was just sent to the services for the first time. */
    public RequestRow(UUID id, String pseudonym, RequestType type, Instant at) {
        this.id = id;
        this.pseudonym = pseudonym;
        this.type = type.wireName();
        this.status = RequestStatus.IN_PROGRESS.wireName();
        this.requestedAt = at;
        this.attempts = 1;
        this.lastSentAt = at;
    }

    public UUID id() {
        return id;
    }

    public String pseudonym() {
        return pseudonym;
    }

    public RequestType type() {
        return RequestType.ofWireName(type).orElseThrow();
    }

    public boolean isCompleted() {
        return RequestStatus.COMPLETED.wireName().equals(status);
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public @Nullable Instant completedAt() {
        return completedAt;
    }

    public int attempts() {
        return attempts;
    }

    /** Every service has answered. */
    public void complete(Instant at) {
        status = RequestStatus.COMPLETED.wireName();
        completedAt = at;
    }

    /** The services are asked once more. */
    public void sendAgain(Instant at) {
        attempts++;
        lastSentAt = at;
    }
}
