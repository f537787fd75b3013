package dev.aisle.ingest.door.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a request add to its body; the body's own values win.
 *
 * @param anonymousId of items that don't have one
 * @param sentAt of a request that doesn't say it
 * @param userAgent of items whose context doesn't name one; looked at and never kept
 */
public record Completion(
        @Nullable String anonymousId,
        @Nullable Instant sentAt,
        @Nullable String userAgent) {
    /** Nothing to add. */
    public static final Completion NONE = new Completion(null, null, null);

    /** The body with what it lacks. */
    public Body of(Body body) {
        if (equals(NONE) || !(body instanceof Body.Parsed parsed)) {
            return body;
        }
        boolean agentKnown = userAgent == null || parsed.context().hasNonNull("userAgent");
        parsed.items().forEach(item -> complete(item, agentKnown));
        return new Body.Parsed(
                parsed.items(),
                parsed.writeKey(),
                parsed.sentAt() == null ? sentAt : parsed.sentAt(),
                parsed.context(),
                parsed.denied(),
                parsed.single());
    }

    private void complete(RawItem item, boolean agentKnown) {
        if (!(item.json() instanceof ObjectNode json)) {
            return;
        }
        if (anonymousId != null && !json.hasNonNull("anonymousId")) {
            json.put("anonymousId", anonymousId);
        }
        if (agentKnown || (json.has("context") && !json.path("context").isObject())) {
            return;
        }
        ObjectNode context = json.withObjectProperty("context");
        if (!context.hasNonNull("userAgent")) {
            context.put("userAgent", userAgent);
        }
    }
}
