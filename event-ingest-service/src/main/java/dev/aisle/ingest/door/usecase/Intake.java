package dev.aisle.ingest.door.usecase;

import dev.aisle.ingest.door.domain.Reading;
import java.util.List;

/** What became of a request. */
public sealed interface Intake {
    /** Every item has its outcome, and the broker has what was accepted. */
    record Taken(int accepted, List<Dropped> dropped, List<Reading.Rejection> rejected, boolean single)
            implements Intake {
        public Taken {
            dropped = List.copyOf(dropped);
            rejected = List.copyOf(rejected);
        }
    }

    /** An event of a person who has granted no purpose, or was suppressed or erased: all look the same. */
    record Dropped(int index, String messageId, String reason) {}

    /** No key, or none of ours. */
    record KeyRefused(String message) implements Intake {}

    /** A browser sent it from a page where the key may not be used. */
    record OriginRefused(String message) implements Intake {}

    /** More than the key may send for now; nothing of it was stored. */
    record RateLimited(String message, int retryAfterSeconds) implements Intake {}

    /** Not JSON, or not of the form of this API. */
    record Malformed(String message) implements Intake {}

    /** Over a limit as a whole. */
    record TooLarge(String message) implements Intake {}

    /** Nothing was acknowledged; the same request works later. */
    record Unavailable(String message) implements Intake {}
}
