package dev.aisle.ingest.door.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When something happened by our clock, of which a client with a clock of its own tells. */
final class ClockSkew {
    private ClockSkew() {}

    /** {@code receivedAt − (sentAt − happenedAt)} where the client gave both. */
    static Instant occurredAt(Instant receivedAt, @Nullable Instant sentAt, @Nullable Instant happenedAt) {
        if (happenedAt == null) {
            return receivedAt;
        }
        return sentAt == null ? happenedAt : receivedAt.minus(Duration.between(happenedAt, sentAt));
    }
}
