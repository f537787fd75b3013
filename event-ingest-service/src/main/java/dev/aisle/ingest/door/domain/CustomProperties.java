package dev.aisle.ingest.door.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.events.v1.Value;
import dev.aisle.ingest.shared.domain.Fields;
import dev.aisle.ingest.shared.domain.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The properties of an event that only the shop knows: scalars that neither by name nor by content identify somebody. */
final class CustomProperties {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");
    private static final Pattern NAME_OF_PERSON = Pattern.compile(
            "e?mail|phone|mobile|(first|last|full|user|display|nick|sur|given|family|middle)_?name|login|address|street|"
                    + "postal|postcode|birth|gender|passport|iban|credit|password|token|secret|latitude|longitude|"
                    + "(user|customer|anonymous|device|client|visitor|session)_?id|cookie|fingerprint|idfa|gaid|advertising|"
                    + "(^|_)(ip|age|lat|lon|lng|tel|zip|dob|ssn|geo|fax|card|account|name)(_|$)");
    private static final int LONGEST_TEXT = 256;

    private CustomProperties() {}

    static void read(Fields properties, Identity identity, ShopEvent.Builder event) {
        for (String name : properties.names()) {
            Optional<Value> value = event.getPropertiesCount() < Limits.PROPERTIES && isHarmless(name)
                    ? valueOf(properties.raw(name), identity)
                    : Optional.empty();
            value.ifPresentOrElse(kept -> event.putProperties(name, kept), () -> noteDropped(name, event));
        }
    }

    private static boolean isHarmless(String name) {
        return NAME.matcher(name).matches()
                && !NAME_OF_PERSON.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    private static Optional<Value> valueOf(JsonNode node, Identity identity) {
        if (node.isBoolean()) {
            return Optional.of(Value.newBuilder().setFlag(node.asBoolean()).build());
        }
        if (node.isNumber()) {
            double number = node.asDouble();
            boolean harmless = Double.isFinite(number)
                    && !identity.isGivenAwayBy(node.asText())
                    && !Texts.mayIdentify(node.asText());
            return harmless ? Optional.of(Value.newBuilder().setNumber(number).build()) : Optional.empty();
        }
        if (!node.isTextual() || node.asText().length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        String text = Texts.wellFormed(node.asText());
        return Texts.mayIdentify(text) || identity.isGivenAwayBy(text.strip())
                ? Optional.empty()
                : Optional.of(Value.newBuilder().setText(text).build());
    }

    /** A name that somebody made up may hold an identifier itself: only one of the usual form is told. */
    private static void noteDropped(String name, ShopEvent.Builder event) {
        if (NAME.matcher(name).matches() && event.getMinimisedFieldsCount() < Limits.PROPERTIES) {
            event.addMinimisedFields("properties." + name);
        }
    }
}
