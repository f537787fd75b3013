package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.text.Guess;
import dev.aisle.algorithms.text.Labelled;
import dev.aisle.algorithms.text.TextClassifier;
import dev.aisle.compute.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code text.classify}: what texts are about, learned from examples. */
final class TextClassify implements Function {
    /** Lines that follow one another mostly learn from the same file. */
    private @Nullable Learned last;

    private record Learned(List<Labelled> examples, TextClassifier classifier) {}

    @Override
    public String name() {
        return "text.classify";
    }

    @Override
    public String summary() {
        return "What each text is about, by examples of each intent; and whether it is like none of them.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["train","texts"],"properties":{
                 "train":{"type":["string","array"],"description":"path of a CSV with the columns utterance and intent, or its rows, the header first; the intent out_of_scope is for what is nobody's business"},
                 "texts":{"type":"array","items":{"type":"string"}}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant("""
                {"train":[["utterance","intent"],["where is my parcel","delivery"],["when does my order arrive","delivery"],["has it been shipped","delivery"],
                  ["I want my money back","refund"],["please refund my order","refund"],["how do I get a refund","refund"]],
                 "texts":["when will the parcel arrive?","refund please"]}""");
    }

    @Override
    public JsonNode apply(Input input) {
        CsvColumns table = CsvColumns.of("train", input.required("train"));
        List<String> utterances = table.column("train", "utterance");
        List<String> intents = table.column("train", "intent");
        List<Labelled> examples = new ArrayList<>();
        for (int row = 0; row < utterances.size(); row++) {
            examples.add(new Labelled(utterances.get(row), intents.get(row)));
        }
        List<String> texts = TextTone.texts(input);
        TextClassifier classifier = learned(examples);
        ObjectNode output = Json.STRICT.createObjectNode();
        ArrayNode labels = output.putArray("intents");
        ArrayNode confidences = output.putArray("confidences");
        ArrayNode outOfScope = output.putArray("outOfScope");
        for (String text : texts) {
            Guess guess = classifier.guess(text);
            labels.add(guess.label());
            confidences.add(guess.confidence());
            outOfScope.add(guess.outOfScope());
        }
        return output;
    }

    private TextClassifier learned(List<Labelled> examples) {
        Learned known = last;
        if (known == null || !known.examples().equals(examples)) {
            try {
                known = new Learned(List.copyOf(examples), TextClassifier.learn(examples));
            } catch (IllegalArgumentException e) {
                throw new InvalidInputException("train", String.valueOf(e.getMessage()));
            }
            last = known;
        }
        return known.classifier();
    }
}
