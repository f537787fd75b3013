package dev.aisle.ingest.settings.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.ingest.v1.EventProperty;
import dev.aisle.ingest.shared.values.Fields;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one property of a schema. */
final class PropertyDocument {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");
    private static final Pattern NAME_OF_PERSON = Pattern.compile(
            "e?mail|phone|(first|last|full|user|display|nick|sur|given|family|middle)_?name|login|address|street|"
                    + "postal|postcode|birth|gender|passport|iban|password|token|secret|latitude|longitude|"
                    + "(user|customer|anonymous|device|client|visitor|session)_?id|cookie|fingerprint|idfa|gaid|advertising|"
                    + "(^|_)(ip|age|lat|lon|lng|tel|zip|dob|ssn|geo|fax)(_|$)");
    private static final Set<String> KNOWN = Set.of("type", "required", "purposes");
    private static final int LONGEST_WORD = 40;

    private PropertyDocument() {}

    static EventProperty read(Fields properties, String name) {
        if (!NAME.matcher(name).matches()) {
            properties
                    .faults()
                    .invalid("properties", "expected names of letters, digits and _, at most 40, such as shoe_size");
            return EventProperty.getDefaultInstance();
        }
        if (NAME_OF_PERSON.matcher(name.toLowerCase(Locale.ROOT)).find()) {
            properties
                    .faults()
                    .add(
                            "identifying-property",
                            properties.pathOf(name),
                            "expected a property that identifies nobody; contact data belongs to the vault of privacy-service");
        }
        Fields property = properties.object(name, KNOWN);
        return EventProperty.newBuilder()
                .setName(name)
                .setType(type(property))
                .setRequired(flag(property))
                .addAllPurposes(purposes(property))
                .build();
    }

    private static EventProperty.Type type(Fields property) {
        String word = property.text("type", LONGEST_WORD);
        Optional<EventProperty.Type> type = Stream.of(
                        EventProperty.Type.TEXT,
                        EventProperty.Type.NUMBER,
                        EventProperty.Type.FLAG,
                        EventProperty.Type.TEXTS)
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
        if (type.isEmpty()) {
            property.faults().invalid(property.pathOf("type"), "expected text, number, flag or texts");
        }
        return type.orElse(EventProperty.Type.TYPE_UNSPECIFIED);
    }

    private static boolean flag(Fields property) {
        JsonNode required = property.raw("required");
        if (!required.isMissingNode() && !required.isBoolean()) {
            property.faults().invalid(property.pathOf("required"), "expected true or false");
        }
        return required.asBoolean();
    }

    /** Without one there is no reason to collect it. */
    private static Set<Purpose> purposes(Fields property) {
        Set<Purpose> purposes = new LinkedHashSet<>();
        boolean known = true;
        for (JsonNode word : property.raw("purposes")) {
            Optional<Purpose> purpose = purpose(word.asText());
            known &= purpose.isPresent() && word.isTextual();
            purpose.ifPresent(purposes::add);
        }
        if (!known || purposes.isEmpty()) {
            property.faults()
                    .invalid(
                            property.pathOf("purposes"),
                            "expected an array with one or more of analytics, personalization, model_training");
        }
        return purposes;
    }

    private static Optional<Purpose> purpose(String word) {
        return Stream.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING)
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
