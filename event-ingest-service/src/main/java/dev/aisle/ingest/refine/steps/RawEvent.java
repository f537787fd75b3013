package dev.aisle.ingest.refine.steps;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import org.jspecify.annotations.Nullable;

/** A record of the raw topic: read, or why not. */
sealed interface RawEvent {
    record Read(ShopEvent event) implements RawEvent {}

    record Unreadable(String reason) implements RawEvent {}

    /** Reads a record. */
    static RawEvent of(@Nullable String key, byte @Nullable [] value) {
        if (value == null || value.length == 0) {
            return new Unreadable("the record has no value");
        }
        try {
            ShopEvent event = ShopEvent.parseFrom(value);
            String violation = violation(key, event);
            return violation == null ? new Read(event) : new Unreadable(violation);
        } catch (InvalidProtocolBufferException e) {
            return new Unreadable("not a ShopEvent: " + e.getMessage());
        }
    }

    private static @Nullable String violation(@Nullable String key, ShopEvent event) {
        if (event.getPseudonym().isEmpty()) {
            return "pseudonym is missing";
        }
        if (!event.getPseudonym().equals(key)) {
            return "the key isn't the pseudonym";
        }
        if (event.getMessageId().isEmpty()) {
            return "message_id is missing";
        }
        boolean typed =
                event.getType() != EventType.EVENT_TYPE_UNSPECIFIED && event.getType() != EventType.UNRECOGNIZED;
        if (!typed) {
            return "type is missing or unknown";
        }
        return event.hasOccurredAt() && event.hasReceivedAt() ? null : "occurred_at or received_at is missing";
    }
}
