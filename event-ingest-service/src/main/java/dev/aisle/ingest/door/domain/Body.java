package dev.aisle.ingest.door.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.contracts.common.v1.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request's body: read, or why not. Each protocol has a reader that ends here; what follows is the same for all. */
public sealed interface Body {
    /**
     * A body of the right form.
     *
     * @param items in the shapes of the Segment API
     * @param writeKey the key in the body, when there is one
     * @param sentAt when the client sent the request, by the client's clock
     * @param context what holds for every item that doesn't say otherwise
     * @param denied purposes that the request itself denies: these can only take away from what its people have granted
     * @param single whether the request is one event and no batch
     */
    record Parsed(
            List<RawItem> items,
            @Nullable String writeKey,
            @Nullable Instant sentAt,
            JsonNode context,
            Set<Purpose> denied,
            boolean single)
            implements Body {
        public Parsed {
            items = List.copyOf(items);
            denied = Set.copyOf(denied);
        }

        /** A body that denies nothing. */
        Parsed(
                List<RawItem> items,
                @Nullable String writeKey,
                @Nullable Instant sentAt,
                JsonNode context,
                boolean single) {
            this(items, writeKey, sentAt, context, Set.of(), single);
        }
    }

    /** The body with purposes that the browser denies for its person; with none, and of what can't be read, the same. */
    default Body denying(Set<Purpose> purposes) {
        if (purposes.isEmpty() || !(this instanceof Parsed parsed)) {
            return this;
        }
        Set<Purpose> all =
                Stream.concat(parsed.denied().stream(), purposes.stream()).collect(Collectors.toUnmodifiableSet());
        return new Parsed(parsed.items(), parsed.writeKey(), parsed.sentAt(), parsed.context(), all, parsed.single());
    }

    /** No JSON, or none of the right form. */
    record Malformed(String message) implements Body {}

    /** Over a limit as a whole. */
    record TooLarge(String message) implements Body {}
}
