package dev.aisle.ingest.protocols.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.aisle.ingest.door.domain.Body;
import dev.aisle.ingest.door.domain.Document;
import dev.aisle.ingest.door.domain.RawItem;
import dev.aisle.ingest.shared.events.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads CloudEvents in the three modes of their HTTP binding.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md">HTTP binding</a>
 */
public final class CloudEventReader {
    private CloudEventReader() {}

    /** One event as a JSON document. */
    public static Body structured(byte[] bytes) {
        return switch (Document.read(bytes)) {
            case Document.Unreadable unreadable -> unreadable.why();
            case Document.Json json
            when !json.root().isObject() -> new Body.Malformed("The body is not a JSON object that is a CloudEvent.");
            case Document.Json json ->
                parsed(List.of(CloudEventItems.of(0, json.root(), bytes.length, json.suspectNull())), true);
        };
    }

    /** Many as a JSON array; a bad one doesn't spoil the others. */
    public static Body batch(byte[] bytes) {
        return switch (Document.read(bytes)) {
            case Document.Unreadable unreadable -> unreadable.why();
            case Document.Json json
            when !json.root().isArray() -> new Body.Malformed("The body is not a JSON array of CloudEvents.");
            case Document.Json json
            when json.root().size() > Limits.BATCH_EVENTS ->
                new Body.TooLarge("Expected at most " + Limits.BATCH_EVENTS + " events.");
            case Document.Json json -> parsed(items(json), false);
        };
    }

    private static List<RawItem> items(Document.Json json) {
        List<RawItem> items = new ArrayList<>(json.root().size());
        for (JsonNode event : json.root()) {
            int bytes = event.toString().getBytes(StandardCharsets.UTF_8).length;
            items.add(CloudEventItems.of(items.size(), event, bytes, json.suspectNull()));
        }
        return items;
    }

    /**
     * One event whose attributes stand in headers.
     *
     * @param headers without their prefix, names in lower case
     * @param contentType of the data
     */
    public static Body binary(Map<String, String> headers, @Nullable String contentType, byte[] data) {
        if (headers.containsKey("datacontenttype")) {
            return new Body.Malformed("ce-datacontenttype: in binary mode the Content-Type header says this.");
        }
        Map<String, String> attributes = LinkedHashMap.newLinkedHashMap(headers.size());
        for (Map.Entry<String, String> header : headers.entrySet()) {
            Optional<String> value = HeaderValues.decode(header.getValue());
            if (value.isEmpty()) {
                return new Body.Malformed("A ce- header is not percent-encoded UTF-8.");
            }
            attributes.put(header.getKey(), value.get());
        }
        return parsed(List.of(CloudEventItems.of(attributes, contentType, data)), true);
    }

    private static Body parsed(List<RawItem> items, boolean single) {
        return new Body.Parsed(items, null, null, MissingNode.getInstance(), Set.of(), single);
    }
}
