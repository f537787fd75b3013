package dev.aisle.ingest.door.domain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.aisle.ingest.shared.events.Limits;
import dev.aisle.ingest.shared.values.Faults;
import dev.aisle.ingest.shared.values.Fields;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses a body once, item by item, so that each item's size is known and one bad item doesn't spoil the others. */
public final class BodyReader {
    /** Nesting is judged per item, not here: a deep item mustn't end the parsing of its neighbours. Bounded by the size of a batch. */
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Limits.BATCH_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private BodyReader() {}

    /** Reads the decoded bytes of a request. */
    public static Body read(byte[] bytes, Call call) {
        if (bytes.length > Limits.BATCH_BYTES) {
            return tooLarge();
        }
        BodyScan scan = BodyScan.of(bytes, 0, bytes.length);
        if (scan.nullByte()) {
            return new Body.Malformed("The body holds a zero byte. Send JSON in UTF-8.");
        }
        try (JsonParser parser = JSON.createParser(bytes)) {
            return call == Call.BATCH ? batch(parser, bytes, scan) : single(parser, bytes, call, scan);
        } catch (IOException e) {
            return malformed(e);
        }
    }

    static Body.TooLarge tooLarge() {
        return new Body.TooLarge("The request is larger than " + Limits.BATCH_BYTES + " bytes. Send smaller batches.");
    }

    /** Where the JSON breaks, and nothing of what stands there. */
    static Body.Malformed malformed(IOException e) {
        return switch (e) {
            case StreamReadException broken
            when broken.getLocation() != null ->
                new Body.Malformed("The body is not valid JSON at byte "
                        + broken.getLocation().getByteOffset() + ".");
            case JsonProcessingException ignored -> new Body.Malformed("The body is not valid JSON.");
            default -> new Body.Malformed("The body is not valid JSON in UTF-8.");
        };
    }

    private static Body single(JsonParser parser, byte[] bytes, Call call, BodyScan scan) throws IOException {
        if (startsNoObject(parser, bytes)) {
            return new Body.Malformed("The body is not a JSON object.");
        }
        JsonNode json = JSON.readTree(parser);
        if (parser.nextToken() != null) {
            return new Body.Malformed("There is something behind the end of the JSON object.");
        }
        RawItem item = new RawItem(0, call, json, bytes.length, scan.nesting() > Limits.NESTING, scan.nullEscape());
        return new Body.Parsed(List.of(item), textOf(json.path("writeKey")), null, MissingNode.getInstance(), true);
    }

    private static Body batch(JsonParser parser, byte[] bytes, BodyScan scan) throws IOException {
        if (startsNoObject(parser, bytes)) {
            return new Body.Malformed("The body is not a JSON object with a batch.");
        }
        List<RawItem> items = null;
        String writeKey = null;
        Instant sentAt = null;
        JsonNode context = MissingNode.getInstance();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean array = parser.nextToken() == JsonToken.START_ARRAY;
            switch (name) {
                case "batch" -> items = array ? items(parser, bytes, scan) : null;
                case "writeKey" -> writeKey = textOf(JSON.readTree(parser));
                case "sentAt" -> sentAt = instantOf(JSON.readTree(parser));
                case "context" -> context = JSON.readTree(parser);
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            return new Body.Malformed("There is something behind the end of the JSON object.");
        }
        if (items == null) {
            return new Body.Malformed("batch: expected an array of events.");
        }
        return items.size() > Limits.BATCH_EVENTS
                ? new Body.TooLarge("batch: expected at most " + Limits.BATCH_EVENTS + " events.")
                : new Body.Parsed(items, writeKey, sentAt, context, false);
    }

    private static List<RawItem> items(JsonParser parser, byte[] bytes, BodyScan scan) throws IOException {
        List<RawItem> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY && items.size() <= Limits.BATCH_EVENTS) {
            int from = (int) parser.currentTokenLocation().getByteOffset();
            JsonNode json = JSON.readTree(parser);
            int to = (int) parser.currentLocation().getByteOffset();
            boolean tooDeep = scan.nesting() > Limits.NESTING
                    && BodyScan.of(bytes, from, to).nesting() > Limits.NESTING;
            items.add(new RawItem(items.size(), Call.BATCH, json, to - from, tooDeep, scan.nullEscape()));
        }
        // Too many events: the rest is only checked to be JSON.
        while (parser.currentToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            parser.nextToken();
        }
        return items;
    }

    /** A byte order mark is no JSON either, though Jackson would read over it. */
    private static boolean startsNoObject(JsonParser parser, byte[] bytes) throws IOException {
        return (bytes.length > 0 && bytes[0] == (byte) 0xEF) || parser.nextToken() != JsonToken.START_OBJECT;
    }

    private static @Nullable String textOf(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    /** A clock that can't be read corrects nothing. */
    private static @Nullable Instant instantOf(JsonNode node) {
        return Fields.ofCall(JSON.createObjectNode().set("sentAt", node), new Faults())
                .instant("sentAt");
    }
}
