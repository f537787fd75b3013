package dev.aisle.ingest.door.domain;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.ingest.shared.events.Limits;
import java.io.IOException;

/** A body that is one JSON document as a whole, for the protocols that aren't read item by item. */
public sealed interface Document {
    /**
     * Read.
     *
     * @param suspectNull whether it holds U+0000 somewhere
     */
    record Json(JsonNode root, boolean suspectNull) implements Document {}

    /** Not JSON, or over a limit. */
    record Unreadable(Body why) implements Document {}

    /** Reads the decoded bytes of a request. */
    static Document read(byte[] bytes) {
        if (bytes.length > Limits.BATCH_BYTES) {
            return new Unreadable(tooLarge(bytes));
        }
        BodyScan scan = BodyScan.of(bytes, 0, bytes.length);
        if (scan.nullByte()) {
            return malformed("The body holds a zero byte. Send JSON in UTF-8.");
        }
        if (scan.nesting() > Limits.NESTING) {
            return malformed("Expected at most " + Limits.NESTING + " levels of objects and arrays.");
        }
        try (JsonParser parser = BodyReader.JSON.createParser(bytes)) {
            JsonNode root = parser.nextToken() == null ? null : BodyReader.JSON.readTree(parser);
            if (root == null || parser.nextToken() != null) {
                return malformed("The body is not one JSON document.");
            }
            return new Json(root, scan.nullEscape());
        } catch (IOException e) {
            return new Unreadable(BodyReader.malformed(e));
        }
    }

    /** What no limit on size would make right, such as a number of a million digits, is wrong and not large. */
    private static Body tooLarge(byte[] bytes) {
        try (JsonParser parser = BodyReader.JSON.createParser(bytes)) {
            BodyReader.JSON.readTree(parser);
        } catch (StreamConstraintsException e) {
            return BodyReader.malformed(e);
        } catch (IOException e) {
            // Cut off where it got too large.
        }
        return BodyReader.tooLarge();
    }

    private static Unreadable malformed(String message) {
        return new Unreadable(new Body.Malformed(message));
    }
}
