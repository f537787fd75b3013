package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.text.Tone;
import dev.aisle.compute.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code text.tone}: how pleased a text sounds. */
final class TextTone implements Function {
    private static final Set<String> LANGUAGES = Set.of("zh", "en");
    private static final Tone TONE = Tone.ofShippedWords();

    @Override
    public String name() {
        return "text.tone";
    }

    @Override
    public String summary() {
        return "The tone of texts, Chinese or English or mixed, from -1 to 1; 0 where nothing is said of it.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["texts"],"properties":{
                 "texts":{"type":"array","items":{"type":"string"}},
                 "language":{"enum":["zh","en"],"description":"of no effect: both are read, also in one text"}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("""
                {"texts":["很不错，下次还会买","Not bad, but it broke after two days"]}""");
    }

    @Override
    public JsonNode apply(Input input) {
        input.optionalText("language").filter(one -> !LANGUAGES.contains(one)).ifPresent(one -> {
            throw new InvalidInputException("language", "expected zh or en");
        });
        ObjectNode output = Json.STRICT.createObjectNode();
        ArrayNode scores = output.putArray("scores");
        texts(input).forEach(text -> scores.add(TONE.of(text)));
        return output;
    }

    /** The field {@code texts}: a list, or one text without its brackets. */
    static List<String> texts(Input input) {
        JsonNode field = input.required("texts");
        if (field.isTextual()) {
            return List.of(field.textValue());
        }
        if (!field.isArray()) {
            throw new InvalidInputException("texts", "expected a list of texts");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode one : field) {
            if (!one.isTextual()) {
                throw new InvalidInputException("texts[" + texts.size() + "]", "expected a text");
            }
            texts.add(one.textValue());
        }
        return texts;
    }
}
