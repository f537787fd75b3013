package dev.aisle.ingest.door.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request's body: read, or why not. */
public sealed interface Body {
    /**
     * A body that is JSON of the right form.
     *
     * @param writeKey the key in the body, when there is one
     * @param sentAt when the client sent the request, by the client's clock
     * @param context what holds for every item that doesn't say otherwise
     * @param single whether the request is one event and no batch
     */
    record Parsed(
            List<RawItem> items,
            @Nullable String writeKey,
            @Nullable Instant sentAt,
            JsonNode context,
            boolean single) implements Body {
        public Parsed {
            items = List.copyOf(items);
        }
    }

    /** No JSON, or none of the right form. */
    record Malformed(String message) implements Body {}

    /** Over a limit as a whole. */
    record TooLarge(String message) implements Body {}
}
