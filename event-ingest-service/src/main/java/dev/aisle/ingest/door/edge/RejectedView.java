package dev.aisle.ingest.door.edge;

import dev.aisle.ingest.door.domain.Reading;
import org.jspecify.annotations.Nullable;

/** An item that was rejected, as clients read it. */
public record RejectedView(int index, @Nullable String messageId, String code, String field, String message) {
    /** The view of a rejection. */
    public static RejectedView of(Reading.Rejection rejection) {
        return new RejectedView(
                rejection.index(),
                rejection.messageId(),
                rejection.fault().code(),
                rejection.fault().field(),
                rejection.fault().message());
    }
}
