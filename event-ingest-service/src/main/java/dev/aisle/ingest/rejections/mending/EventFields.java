package dev.aisle.ingest.rejections.mending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The fields of an event by their paths, as Protobuf writes them in JSON: {@code items[0].price.currency}. */
final class EventFields {
    /** What an operator may see the names of and mend: what happened, not to whom and not what they allowed. */
    static final Set<String> OPEN = Set.of(
            "type",
            "sourceName",
            "occurredAt",
            "items",
            "order",
            "search",
            "review",
            "promotion",
            "exposure",
            "list",
            "coupon",
            "message",
            "share",
            "context",
            "properties");

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 100;

    private EventFields() {}

    static ObjectNode toJson(ShopEvent event) {
        try {
            return (ObjectNode) JSON.readTree(JsonFormat.printer().print(event));
        } catch (InvalidProtocolBufferException | JsonProcessingException e) {
            throw new IllegalStateException("An event that was read can be printed", e);
        }
    }

    /** Paths and kinds of what is set, without a value. */
    static List<FieldName> namesOf(ShopEvent event) {
        List<FieldName> names = new ArrayList<>();
        toJson(event).properties().forEach(field -> {
            if (OPEN.contains(field.getKey())) {
                collect(field.getKey(), field.getValue(), names);
            }
        });
        return names;
    }

    private static void collect(String path, JsonNode node, List<FieldName> names) {
        if (names.size() >= MOST) {
            return;
        }
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "." + field.getKey(), field.getValue(), names));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.path(i), names);
            }
        } else {
            names.add(new FieldName(path, kindOf(node)));
        }
    }

    private static String kindOf(JsonNode node) {
        if (node.isNumber()) {
            return "number";
        }
        return node.isBoolean() ? "flag" : "text";
    }
}
