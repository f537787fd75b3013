package dev.aisle.local.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.client.Json;
import java.time.Instant;

/** Elements of a Segment batch, as Segment's own libraries write them. */
public final class Segment {
    private Segment() {}

    /** A track call of a known customer; the properties are still to be filled in. */
    public static ObjectNode track(String messageId, String event, String userId, Instant at) {
        return Json.object()
                .put("type", "track")
                .put("event", event)
                .put("messageId", messageId)
                .put("userId", userId)
                .put("timestamp", at.toString());
    }

    public static Item item(ObjectNode json, String person) {
        return new Item(
                json.path("messageId").asText(),
                person,
                Instant.parse(json.path("timestamp").asText()),
                Json.write(json));
    }
}
