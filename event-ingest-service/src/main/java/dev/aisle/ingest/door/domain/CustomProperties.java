package dev.aisle.ingest.door.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.events.v1.TextList;
import dev.aisle.contracts.events.v1.Value;
import dev.aisle.contracts.ingest.v1.EventProperty;
import dev.aisle.contracts.ingest.v1.EventSchema;
import dev.aisle.ingest.shared.values.Fields;
import dev.aisle.ingest.shared.values.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The properties of an event that only the shop knows: those that its schema declares, and no other. */
final class CustomProperties {
    private static final int LONGEST_TEXT = 256;
    private static final int MOST_TEXTS = 50;

    private CustomProperties() {}

    static void read(Fields properties, Optional<EventSchema> schema, Identity identity, ShopEvent.Builder event) {
        Set<String> declared = new HashSet<>();
        for (EventProperty property : schema.map(EventSchema::getPropertiesList).orElseGet(List::of)) {
            declared.add(property.getName());
            if (properties.has(property.getName())) {
                read(properties, property, event);
            } else if (property.getRequired()) {
                properties
                        .faults()
                        .add(
                                "missing-property",
                                properties.pathOf(property.getName()),
                                expected(property) + ", which the schema of this event requires");
            }
        }
        for (String name : properties.names()) {
            if (!declared.contains(name)) {
                UnknownProperties.note("properties.", name, identity, event);
            }
        }
    }

    private static void read(Fields properties, EventProperty property, ShopEvent.Builder event) {
        String name = property.getName();
        JsonNode node = properties.raw(name);
        Value.Builder value = Value.newBuilder().addAllPurposes(property.getPurposesList());
        boolean fits = switch (property.getType()) {
            case TEXT -> fitsText(properties, name, value);
            case NUMBER -> fitsNumber(properties, name, value);
            case FLAG -> node.isBoolean() && value.setFlag(node.asBoolean()).hasFlag();
            case TEXTS -> fitsTexts(properties, name, value);
            case TYPE_UNSPECIFIED, UNRECOGNIZED -> false;
        };
        if (fits) {
            event.putProperties(name, value.build());
        } else {
            properties.faults().invalid(properties.pathOf(name), expected(property));
        }
    }

    private static boolean fitsText(Fields properties, String name, Value.Builder value) {
        JsonNode node = properties.raw(name);
        boolean fits = (node.isTextual() || node.isNumber()) && node.asText().length() <= LONGEST_TEXT;
        return fits && value.setText(properties.words(name, LONGEST_TEXT)).hasText();
    }

    /** A number that would be masked as a text is nobody's size or count: it goes on as the placeholder. */
    private static boolean fitsNumber(Fields properties, String name, Value.Builder value) {
        JsonNode node = properties.raw(name);
        if (!node.isNumber() || !Double.isFinite(node.asDouble())) {
            return false;
        }
        String written = node.asText();
        String guarded = properties.guarded(name, written);
        return guarded.equals(written)
                ? value.setNumber(node.asDouble()).hasNumber()
                : value.setText(guarded).hasText();
    }

    private static boolean fitsTexts(Fields properties, String name, Value.Builder value) {
        JsonNode node = properties.raw(name);
        if (!node.isArray() || node.size() > MOST_TEXTS) {
            return false;
        }
        TextList.Builder texts = TextList.newBuilder();
        for (JsonNode text : node) {
            if (!text.isTextual() || text.asText().length() > LONGEST_TEXT) {
                return false;
            }
            texts.addValues(properties.guarded(name, Texts.wellFormed(text.asText())));
        }
        return value.setTexts(texts).hasTexts();
    }

    private static String expected(EventProperty property) {
        return switch (property.getType()) {
            case TEXT -> "expected a text of at most " + LONGEST_TEXT + " characters";
            case NUMBER -> "expected a number";
            case FLAG -> "expected true or false";
            case TEXTS ->
                "expected an array of at most " + MOST_TEXTS + " texts of at most " + LONGEST_TEXT + " characters";
            case TYPE_UNSPECIFIED, UNRECOGNIZED -> "expected a schema that says what this is";
        };
    }
}
