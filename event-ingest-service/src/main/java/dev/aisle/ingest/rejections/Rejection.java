package dev.aisle.ingest.rejections;

import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.ingest.shared.values.Hashes;
import dev.aisle.ingest.shared.values.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that was refused, and whether it was sent in again since.
 *
 * @param replayedAt when it went in again; {@code null} when it didn't
 */
record Rejection(RejectedEvent event, @Nullable Instant replayedAt) {
    public static Rejection of(RejectedEvent event) {
        return new Rejection(event, event.hasReplayedAt() ? Timestamps.toInstant(event.getReplayedAt()) : null);
    }

    /** Tells the refusals of different people apart, whose clients may give the same message id. */
    public static long identityOf(RejectedEvent event) {
        return Hashes.shortOf(event.getMessageId() + '\u001f' + event.getEvent().getPseudonym());
    }

    /** Whether it can be sent in again: there is an event, and it wasn't yet. */
    public boolean replayable() {
        return event.hasEvent() && replayedAt == null;
    }

    public Instant rejectedAt() {
        return Timestamps.toInstant(event.getRejectedAt());
    }

    /** That it was replayed, as a record behind it says; without the event, which is no longer needed. */
    public static RejectedEvent marker(RejectedEvent event, Instant now) {
        RejectedEvent.Builder marker = event.toBuilder().clearEvent().setReplayedAt(Timestamps.of(now));
        if (event.hasEvent()) {
            marker.getEventBuilder()
                    .setMessageId(event.getMessageId())
                    .setPseudonym(event.getEvent().getPseudonym());
        }
        return marker.build();
    }
}
