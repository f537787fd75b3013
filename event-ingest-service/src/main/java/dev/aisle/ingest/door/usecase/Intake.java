package dev.aisle.ingest.door.usecase;

import dev.aisle.ingest.door.domain.Reading;
import java.util.List;

/** What became of a request. */
public sealed interface Intake {
    /**
     * Every item has its outcome, and the broker has what was accepted.
     *
     * @param hints what senders of accepted or dropped events probably got wrong
     * @param unlinked accepted events that name a browser and a customer and don't link them
     */
    record Taken(
            int accepted,
            List<Dropped> dropped,
            List<Reading.Rejection> rejected,
            List<Hint> hints,
            List<Unlinked> unlinked,
            boolean single)
            implements Intake {
        public Taken {
            hints = List.copyOf(hints);
            unlinked = List.copyOf(unlinked);
            dropped = List.copyOf(dropped);
            rejected = List.copyOf(rejected);
        }
    }

    /** An event of a person who has granted no purpose, or was suppressed or erased: all look the same. */
    record Dropped(int index, String messageId, String reason) {}

    /** What the sender of an event probably got wrong. */
    record Hint(int index, String messageId, String field, String message) {}

    /** An event that was stored as its customer's and proves nothing of its browser, and why. */
    record Unlinked(int index, String messageId, String reason) {}

    /** The request as a whole was not taken. */
    sealed interface Refusal extends Intake {
        /** Why, for whoever wrote the client. */
        String message();
    }

    /** No key, or none of ours. */
    record KeyRefused(String message) implements Refusal {}

    /** A browser sent it from a page where the key may not be used. */
    record OriginRefused(String message) implements Refusal {}

    /** More than the key may send for now; nothing of it was stored. */
    record RateLimited(String message, int retryAfterSeconds) implements Refusal {}

    /** Not JSON, or not of the form of this API. */
    record Malformed(String message) implements Refusal {}

    /** Over a limit as a whole. */
    record TooLarge(String message) implements Refusal {}

    /** Nothing was acknowledged; the same request works later. */
    record Unavailable(String message) implements Refusal {}
}
