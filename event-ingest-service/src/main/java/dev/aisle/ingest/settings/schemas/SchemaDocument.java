package dev.aisle.ingest.settings.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.aisle.contracts.ingest.v1.EventSchema;
import dev.aisle.ingest.shared.values.Faults;
import dev.aisle.ingest.shared.values.Fields;
import dev.aisle.ingest.shared.values.NullCharacters;
import java.io.IOException;
import java.util.Set;

/** Reads the schema of an event: {@code {"description":…, "properties":{"size":{"type":"text","required":true,"purposes":["analytics"]}}}}. */
public final class SchemaDocument {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> KNOWN = Set.of("description", "properties");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int MOST_PROPERTIES = 32;

    private SchemaDocument() {}

    /** Reads one document. */
    public static SchemaReading read(String name, byte[] json) {
        try {
            JsonNode document = JSON.readTree(json);
            return document != null && document.isObject()
                    ? read(name, document)
                    : new SchemaReading.Malformed("expected a JSON object");
        } catch (JsonProcessingException e) {
            return new SchemaReading.Malformed("not valid JSON");
        } catch (IOException e) {
            return new SchemaReading.Malformed("not valid JSON in UTF-8");
        }
    }

    /** Whether an event can have that name at all. */
    public static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST_NAME
                && name.equals(name.strip())
                && name.chars().noneMatch(Character::isISOControl);
    }

    private static SchemaReading read(String name, JsonNode document) {
        Faults faults = new Faults();
        NullCharacters.find(document)
                .ifPresent(field -> faults.add("null-character", field, "expected a text without U+0000"));
        if (!isName(name)) {
            faults.invalid("name", "expected 1 to " + LONGEST_NAME + " characters without spaces around them");
        }
        Fields fields = Fields.ofDocument(document, KNOWN, faults);
        EventSchema.Builder schema =
                EventSchema.newBuilder().setName(name).setDescription(fields.text("description", LONGEST_DESCRIPTION));
        Fields properties = fields.object("properties");
        if (properties.names().size() > MOST_PROPERTIES) {
            faults.invalid("properties", "expected at most " + MOST_PROPERTIES + " properties");
        } else {
            properties.names().forEach(property -> schema.addProperties(PropertyDocument.read(properties, property)));
        }
        return faults.first()
                .<SchemaReading>map(SchemaReading.Invalid::new)
                .orElseGet(() -> new SchemaReading.Valid(schema.build()));
    }
}
