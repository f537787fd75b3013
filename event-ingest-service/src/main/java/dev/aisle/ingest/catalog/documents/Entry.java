package dev.aisle.ingest.catalog.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** One document of a request, as a JSON object whatever the format was; or why there is none. */
public sealed interface Entry {
    /** The line that it starts in, from 1. */
    int line();

    record Read(int line, ObjectNode document) implements Entry {}

    record Broken(int line, String message) implements Entry {}

    /** Reads a JSON document. */
    static Entry ofJson(int line, byte[] json) {
        try {
            JsonNode node = Json.MAPPER.readTree(json);
            return node instanceof ObjectNode object
                    ? new Read(line, object)
                    : new Broken(line, "expected a JSON object");
        } catch (JsonProcessingException e) {
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            return new Broken(line, "not valid JSON at column " + column);
        } catch (IOException e) {
            return new Broken(line, "not valid JSON in UTF-8");
        }
    }

    /** How JSON is read here. */
    final class Json {
        private static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();

        private Json() {}

        static ObjectNode object() {
            return MAPPER.createObjectNode();
        }
    }
}
