package dev.aisle.ingest.protocols.strict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.ingest.door.domain.Body;
import dev.aisle.ingest.door.domain.Call;
import dev.aisle.ingest.door.domain.Document;
import dev.aisle.ingest.door.domain.RawItem;
import dev.aisle.ingest.shared.values.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the suite's own event document into the shape of a track call, and finds what is no part of it. */
public final class StrictEventReader {
    private static final List<String> REQUIRED = List.of("eventId", "type", "occurredAt", "subject");
    private static final Set<String> OPTIONAL = Set.of("properties", "context");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    /** A name that somebody made up may hold an identifier itself. */
    private static final Pattern HARMLESS = Pattern.compile("(?!.*\\d{5})[A-Za-z@_][A-Za-z0-9_-]{0,39}");

    private static final String OF_BROWSER = "anonymous_id:";
    private static final String OF_CUSTOMER = "customer_id:";

    private StrictEventReader() {}

    /** Reads the decoded bytes of a request. */
    public static Body read(byte[] bytes) {
        return switch (Document.read(bytes)) {
            case Document.Unreadable unreadable -> unreadable.why();
            case Document.Json json
            when !json.root().isObject() || bytes[0] == (byte) 0xEF ->
                new Body.Malformed("The body is not a JSON object that is an event.");
            case Document.Json json ->
                new Body.Parsed(
                        List.of(item(json.root(), bytes.length, json.suspectNull())),
                        null,
                        null,
                        MissingNode.getInstance(),
                        Set.of(),
                        true);
        };
    }

    private static RawItem item(JsonNode event, int bytes, boolean suspectNull) {
        return fault(event)
                .map(fault -> RawItem.unfit(0, fault))
                .orElseGet(() -> RawItem.strict(Call.TRACK, asTrackCall(event), bytes, suspectNull));
    }

    private static Optional<Fault> fault(JsonNode event) {
        Stream<Fault> unknown = event.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !REQUIRED.contains(name) && !OPTIONAL.contains(name))
                .map(StrictEventReader::unknown);
        Stream<Fault> missing = REQUIRED.stream()
                .filter(name -> !event.path(name).isTextual()
                        || event.path(name).asText().isBlank())
                .map(name -> new Fault("invalid-field", name, "expected a text"));
        Stream<Fault> noId = Stream.of(event.path("eventId").asText())
                .filter(id -> !UUID.matcher(id).matches())
                .map(_ -> new Fault(
                        "invalid-field", "eventId", "expected a UUID, the same when the event is sent again"));
        return Stream.of(unknown, missing, noId).flatMap(faults -> faults).findFirst();
    }

    private static Fault unknown(String name) {
        return new Fault(
                "unknown-field",
                HARMLESS.matcher(name).matches() ? name : "?",
                "expected only eventId, type, occurredAt, subject, properties and context");
    }

    private static ObjectNode asTrackCall(JsonNode event) {
        ObjectNode call = JsonNodeFactory.instance.objectNode();
        call.set("messageId", event.path("eventId"));
        call.set("event", event.path("type"));
        call.set("timestamp", event.path("occurredAt"));
        String subject = event.path("subject").asText();
        if (subject.startsWith(OF_BROWSER)) {
            call.put("anonymousId", subject.substring(OF_BROWSER.length()));
        } else {
            call.put("userId", subject.startsWith(OF_CUSTOMER) ? subject.substring(OF_CUSTOMER.length()) : subject);
        }
        OPTIONAL.stream().filter(event::has).forEach(name -> call.set(name, event.path(name)));
        return call;
    }
}
