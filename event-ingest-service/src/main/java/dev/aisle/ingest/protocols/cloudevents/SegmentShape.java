package dev.aisle.ingest.protocols.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.ingest.door.domain.Call;
import dev.aisle.ingest.door.domain.RawItem;
import dev.aisle.ingest.shared.events.EventNames;
import dev.aisle.ingest.shared.events.Limits;
import dev.aisle.ingest.shared.values.Fault;
import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a CloudEvent says, in the shape of the Segment API. Its data is a call of that API when the type says so
 * ({@code com.segment.track}) or when it has the fields of one; otherwise its type is the name of the event and its data the
 * properties. Whose it is stands in the extensions {@code userid} and {@code anonymousid}, in a subject such as
 * {@code customer_id:42}, or in the data.
 */
final class SegmentShape {
    private static final String OF_SEGMENT = "com.segment.";

    private SegmentShape() {}

    static RawItem of(int index, CloudEvent event, JsonNode data, int bytes, boolean suspectNull) {
        Optional<Call> call = callOf(event, data);
        boolean empty = data.isMissingNode() || data.isNull();
        if (!data.isObject() && (!empty || call.isPresent())) {
            return RawItem.unfit(index, new Fault("invalid-field", "data", "expected a JSON object"));
        }
        ObjectNode fields = empty ? JsonNodeFactory.instance.objectNode() : (ObjectNode) data;
        ObjectNode item = call.isPresent() ? fields : track(event, fields);
        identify(event, item);
        if (!item.has("timestamp") && !item.has("originalTimestamp") && event.getTime() != null) {
            item.put("timestamp", event.getTime().toString());
        }
        item.put("messageId", messageId(event.getSource().toString(), event.getId()));
        return new RawItem(index, call.orElse(Call.TRACK), item, bytes, false, suspectNull, null, List.of());
    }

    private static Optional<Call> callOf(CloudEvent event, JsonNode data) {
        if (event.getType().startsWith(OF_SEGMENT)) {
            Optional<Call> named = Call.ofType(event.getType().substring(OF_SEGMENT.length()));
            if (named.isPresent()) {
                return named;
            }
        }
        if (!data.has("userId") && !data.has("anonymousId")) {
            return Optional.empty();
        }
        return data.has("type") || !data.has("event")
                ? Call.ofType(data.path("type").asText())
                : Optional.of(Call.TRACK);
    }

    private static ObjectNode track(CloudEvent event, ObjectNode properties) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        for (String id : List.of("userId", "anonymousId")) {
            if (properties.has(id)) {
                item.set(id, properties.remove(id));
            }
        }
        return item.put("event", name(event.getType())).set("properties", properties);
    }

    /** Types are often written like {@code com.example.view_item}: the last part counts when it is a name that is known. */
    private static String name(String type) {
        String last = type.substring(type.lastIndexOf('.') + 1);
        return EventNames.typeOf(last) == EventType.CUSTOM ? type : last;
    }

    private static void identify(CloudEvent event, ObjectNode item) {
        String subject = event.getSubject() == null ? "" : event.getSubject();
        identify(item, "userId", event.getExtension("userid"), subject, "customer_id:");
        identify(item, "anonymousId", event.getExtension("anonymousid"), subject, "anonymous_id:");
    }

    private static void identify(
            ObjectNode item, String name, @Nullable Object extension, String subject, String prefix) {
        if (item.hasNonNull(name)) {
            return;
        }
        if (extension != null) {
            item.put(name, extension.toString());
        } else if (subject.startsWith(prefix)) {
            item.put(name, subject.substring(prefix.length()));
        }
    }

    /** Source and id together are what makes an event one; neither can hold the separator, a source being a URI. */
    private static String messageId(String source, String id) {
        String both = source + " " + id;
        return both.length() <= Limits.MESSAGE_ID && both.chars().noneMatch(Character::isISOControl)
                ? both
                : "ce-" + Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(both));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
