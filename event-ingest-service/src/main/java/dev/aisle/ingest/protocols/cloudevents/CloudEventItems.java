package dev.aisle.ingest.protocols.cloudevents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.aisle.ingest.door.domain.Document;
import dev.aisle.ingest.door.domain.RawItem;
import dev.aisle.ingest.shared.events.Limits;
import dev.aisle.ingest.shared.values.Fault;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One CloudEvent, checked by the CloudEvents SDK, as an item. The SDK's own messages are not passed on: they repeat values.
 */
final class CloudEventItems {
    private static final Fault NOT_JSON = new Fault("unsupported-content", "datacontenttype", "expected data in JSON");
    private static final Fault INVALID = new Fault(
            "invalid-attribute",
            "",
            "expected source and dataschema to be URIs, time to be RFC 3339, and names in lower-case letters and digits");

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(JsonFormat.getCloudEventJacksonModule())
            .build();
    private static final List<String> REQUIRED = List.of("id", "source", "type");
    private static final String VERSION = "1.0";

    private CloudEventItems() {}

    /** An event in the JSON format. */
    static RawItem of(int index, JsonNode json, int bytes, boolean suspectNull) {
        if (!json.isObject()) {
            return RawItem.unfit(
                    index, new Fault("not-an-object", "", "expected a CloudEvent, which is a JSON object"));
        }
        Fault fault = wrong(json);
        if (fault != null) {
            return RawItem.unfit(index, fault);
        }
        try {
            CloudEvent event = JSON.treeToValue(json, CloudEvent.class);
            JsonNode inline = json.has("data_base64") ? MissingNode.getInstance() : json.path("data");
            return inline.isMissingNode()
                    ? withBytes(index, event, bytes, suspectNull)
                    : SegmentShape.of(index, event, inline, bytes, suspectNull);
        } catch (JsonProcessingException | CloudEventRWException | IllegalStateException | IllegalArgumentException e) {
            return RawItem.unfit(index, INVALID);
        }
    }

    /** An event whose attributes and data come apart. */
    static RawItem of(Map<String, String> attributes, @Nullable String contentType, byte[] data) {
        Fault fault = missing(attributes::get);
        if (fault != null) {
            return RawItem.unfit(0, fault);
        }
        try {
            CloudEventBuilder builder = CloudEventBuilder.v1();
            attributes.entrySet().stream()
                    .filter(attribute -> !attribute.getKey().equals("specversion"))
                    .forEach(attribute -> builder.withContextAttribute(attribute.getKey(), attribute.getValue()));
            if (contentType != null) {
                builder.withDataContentType(contentType);
            }
            CloudEvent event = (data.length == 0 ? builder : builder.withData(data)).build();
            return withBytes(0, event, data.length, true);
        } catch (CloudEventRWException | IllegalStateException | IllegalArgumentException e) {
            return RawItem.unfit(0, INVALID);
        }
    }

    private static RawItem withBytes(int index, CloudEvent event, int bytes, boolean suspectNull) {
        if (event.getData() == null) {
            return SegmentShape.of(index, event, MissingNode.getInstance(), bytes, suspectNull);
        }
        if (!isJson(event.getDataContentType())) {
            return RawItem.unfit(index, NOT_JSON);
        }
        byte[] data = event.getData().toBytes();
        if (data.length > Limits.EVENT_BYTES) {
            return RawItem.unfit(
                    index,
                    new Fault("oversize", "data", "expected an event of at most " + Limits.EVENT_BYTES + " bytes"));
        }
        return switch (Document.read(data)) {
            case Document.Unreadable ignored ->
                RawItem.unfit(index, new Fault("invalid-field", "data", "expected a JSON object"));
            case Document.Json json ->
                SegmentShape.of(index, event, json.root(), bytes, suspectNull || json.suspectNull());
        };
    }

    /** What has no content type is JSON, as the JSON format has it. */
    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        String media = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return media.equals("application/json") || media.equals("text/json") || media.endsWith("+json");
    }

    /** What every event must have; the SDK says this without naming the field. */
    private static @Nullable Fault missing(Function<String, @Nullable String> attributes) {
        if (!VERSION.equals(attributes.apply("specversion"))) {
            return new Fault("invalid-field", "specversion", "expected " + VERSION);
        }
        return REQUIRED.stream()
                .filter(name ->
                        Objects.requireNonNullElse(attributes.apply(name), "").isBlank())
                .findFirst()
                .map(name -> new Fault("missing-attribute", name, "expected a text that isn't empty"))
                .orElse(null);
    }

    /** What the SDK doesn't say, or not where: it lets objects stand where only a scalar may. */
    private static @Nullable Fault wrong(JsonNode json) {
        Fault missing = missing(name -> textOf(json, name));
        if (missing != null) {
            return missing;
        }
        boolean scalars = json.properties().stream()
                .allMatch(entry ->
                        entry.getKey().equals("data") || entry.getValue().isValueNode());
        if (!scalars) {
            return new Fault("invalid-attribute", "", "expected every attribute but data to be a scalar");
        }
        boolean withData = json.has("data") || json.has("data_base64");
        return withData && !isJson(textOf(json, "datacontenttype")) ? NOT_JSON : null;
    }

    private static @Nullable String textOf(JsonNode json, String name) {
        return json.path(name).isTextual() ? json.path(name).asText() : null;
    }
}
