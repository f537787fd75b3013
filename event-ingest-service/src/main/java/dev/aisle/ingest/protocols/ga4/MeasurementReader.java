package dev.aisle.ingest.protocols.ga4;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.ingest.door.domain.Body;
import dev.aisle.ingest.door.domain.Call;
import dev.aisle.ingest.door.domain.Document;
import dev.aisle.ingest.door.domain.RawItem;
import dev.aisle.ingest.shared.values.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a request of the GA4 Measurement Protocol: {@code client_id} is the browser, {@code user_id} the customer, each event
 * a track call with its parameters under the names of the Segment API.
 *
 * @see <a href="https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference">Protocol reference</a>
 */
public final class MeasurementReader {
    static final int MOST_EVENTS = 25;
    /** What describes a person and never goes on. */
    private static final List<String> LEFT_OUT =
            List.of("user_properties", "user_data", "ip_override", "user_location", "user_agent");

    private MeasurementReader() {}

    /** Reads the decoded bytes of a request. */
    public static Body read(byte[] bytes) {
        return switch (Document.read(bytes)) {
            case Document.Unreadable unreadable -> unreadable.why();
            case Document.Json json
            when !json.root().isObject() -> new Body.Malformed("The body is not a JSON object with events.");
            case Document.Json json -> read(json);
        };
    }

    private static Body read(Document.Json document) {
        JsonNode root = document.root();
        JsonNode events = root.path("events");
        if (!events.isArray() || events.isEmpty()) {
            return new Body.Malformed("events: expected an array of 1 to " + MOST_EVENTS + " events.");
        }
        if (events.size() > MOST_EVENTS) {
            return new Body.TooLarge("events: expected at most " + MOST_EVENTS + " events.");
        }
        List<String> leftOut = LEFT_OUT.stream().filter(root::hasNonNull).toList();
        List<RawItem> items = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            items.add(item(i, root, events.path(i), document.suspectNull(), leftOut));
        }
        return new Body.Parsed(items, null, null, MissingNode.getInstance(), denied(root), false);
    }

    private static RawItem item(int index, JsonNode root, JsonNode event, boolean suspectNull, List<String> leftOut) {
        if (!event.isObject()) {
            return RawItem.unfit(index, new Fault("not-an-object", "", "expected a JSON object"));
        }
        byte[] bytes = event.toString().getBytes(StandardCharsets.UTF_8);
        JsonNode micros =
                event.hasNonNull("timestamp_micros") ? event.path("timestamp_micros") : root.path("timestamp_micros");
        Optional<Instant> happened = Micros.read(micros);
        if (happened.isEmpty() && !micros.isMissingNode() && !micros.isNull()) {
            return RawItem.unfit(
                    index, new Fault("invalid-field", "timestamp_micros", "expected microseconds since 1970"));
        }
        String name = event.path("name").asText();
        ObjectNode item = MeasurementParameters.of(name, event.path("params"), root);
        copy(root.hasNonNull("client_id") ? root.path("client_id") : root.path("app_instance_id"), item, "anonymousId");
        copy(root.path("user_id"), item, "userId");
        copy(event.path("name"), item, "event");
        happened.ifPresent(instant -> item.put("timestamp", instant.toString()));
        MessageIds.derive(root, event, micros, index, bytes).ifPresent(id -> item.put("messageId", id));
        return new RawItem(index, callOf(name), item, bytes.length, false, suspectNull, null, leftOut);
    }

    private static Call callOf(String name) {
        return switch (name) {
            case "page_view" -> Call.PAGE;
            case "screen_view" -> Call.SCREEN;
            default -> Call.TRACK;
        };
    }

    private static void copy(JsonNode value, ObjectNode item, String name) {
        if (!value.isMissingNode() && !value.isNull()) {
            item.set(name, value);
        }
    }

    /** What isn't plainly granted counts as denied; a request that says nothing denies nothing. */
    private static Set<Purpose> denied(JsonNode root) {
        Set<Purpose> denied = EnumSet.noneOf(Purpose.class);
        JsonNode consent = root.path("consent");
        if (isDenied(consent.path("ad_user_data"))) {
            denied.add(Purpose.ADS_TARGETED);
            denied.add(Purpose.SALE_SHARE);
        }
        if (isDenied(consent.path("ad_personalization"))
                || root.path("non_personalized_ads").asBoolean()) {
            denied.add(Purpose.ADS_TARGETED);
        }
        return denied;
    }

    private static boolean isDenied(JsonNode decision) {
        return !decision.isMissingNode() && !decision.asText().equals("GRANTED");
    }
}
