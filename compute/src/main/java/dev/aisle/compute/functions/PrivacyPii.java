package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.privacy.pii.PiiDetector;
import dev.aisle.algorithms.privacy.pii.PiiSpan;
import dev.aisle.algorithms.privacy.pii.PiiType;
import dev.aisle.compute.Json;
import java.util.EnumSet;
import java.util.Set;

/** {@code privacy.pii}: what in a text identifies a person, as the door finds and masks it. */
final class PrivacyPii implements Function {
    @Override
    public String name() {
        return "privacy.pii";
    }

    @Override
    public String summary() {
        return "Where a text holds an e-mail address, a telephone, card, account or network number, or what else is asked for.";
    }

    @Override
    public JsonNode inputSchema() {
        ObjectNode schema = Json.constant("""
                {"type":"object","required":["text"],"properties":{
                 "text":{"type":"string"},
                 "types":{"type":"array","description":"default: what the door looks for, the first seven"}}}""").deepCopy();
        ArrayNode names = schema.withObject("/properties/types/items").putArray("enum");
        for (PiiType type : PiiType.values()) {
            names.add(type.name());
        }
        return schema;
    }

    @Override
    public JsonNode example() {
        return Json.constant("""
                {"text":"write to jane@example.org or call +49 30 1234567","types":["EMAIL_ADDRESS","PHONE_NUMBER"]}""");
    }

    @Override
    public JsonNode apply(Input input) {
        JsonNode text = input.required("text");
        if (!text.isTextual()) {
            throw new InvalidInputException("text", "expected a text");
        }
        ObjectNode output = Json.STRICT.createObjectNode();
        ArrayNode spans = output.putArray("spans");
        for (PiiSpan span : PiiDetector.of(types(input)).find(text.asText())) {
            spans.addObject()
                    .put("type", span.type().name())
                    .put("start", span.start())
                    .put("end", span.end());
        }
        return output;
    }

    /** One type alone may stand without its brackets. */
    private static Set<PiiType> types(Input input) {
        JsonNode names = input.optional("types").orElse(Json.STRICT.createArrayNode());
        if (names.isTextual()) {
            return Set.of(type("types", names));
        }
        if (!names.isArray()) {
            throw new InvalidInputException("types", "expected an array of " + EnumSet.allOf(PiiType.class));
        }
        Set<PiiType> types = EnumSet.noneOf(PiiType.class);
        for (int i = 0; i < names.size(); i++) {
            types.add(type("types[" + i + "]", names.get(i)));
        }
        return types.isEmpty() ? PiiType.inFreeText() : types;
    }

    private static PiiType type(String field, JsonNode name) {
        return PiiType.ofName(Input.text(field, name))
                .orElseThrow(() -> new InvalidInputException(field, "expected one of " + EnumSet.allOf(PiiType.class)));
    }
}
