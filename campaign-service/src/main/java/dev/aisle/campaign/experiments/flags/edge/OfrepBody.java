package dev.aisle.campaign.experiments.flags.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.campaign.experiments.flags.domain.Asker;
import dev.aisle.campaign.experiments.flags.domain.Plain;
import dev.aisle.platform.problem.ByteOrderMark;

/** What an OFREP client sends: a context with a targeting key. */
sealed interface OfrepBody {
    /** Longest targeting key, in characters. */
    int MOST_KEY = 256;

    /** A context. */
    record Context(Asker asker, String text) implements OfrepBody {}

    /** Something else, by OpenFeature's code. */
    record Wrong(String code, String details) implements OfrepBody {}

    /** Reads it. */
    static OfrepBody read(String body, ObjectMapper json) {
        JsonNode sent;
        try {
            sent = json.readTree(ByteOrderMark.without(body));
        } catch (JsonProcessingException e) {
            return new Wrong("PARSE_ERROR", "The body is not JSON.");
        }
        if (!(sent.path("context") instanceof ObjectNode context)) {
            return new Wrong("INVALID_CONTEXT", "Send {\"context\": {\"targetingKey\": \"…\"}}.");
        }
        String key = context.path("targetingKey").asText("");
        if (!context.path("targetingKey").isTextual() || key.isBlank() || key.length() > MOST_KEY) {
            return new Wrong(
                    "TARGETING_KEY_MISSING",
                    "Send the pseudonym as context.targetingKey, a text of 1 to " + MOST_KEY + " characters.");
        }
        ObjectNode attributes = context.deepCopy();
        attributes.remove("targetingKey");
        return new Context(new Asker(key, Plain.object(attributes)), context.toString());
    }
}
