package dev.aisle.ingest.settings.schemas;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.ingest.shared.events.ContractField;
import dev.aisle.ingest.shared.events.KnownProperties;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An event that every shop sends.
 *
 * @param type its canonical name
 * @param names under which it is taken
 * @param schema of its properties
 */
record EventTypeView(String type, List<String> names, Schema schema) {
    /** A JSON Schema; properties that it doesn't name are dropped. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Schema(@JsonProperty("$schema") @Nullable String dialect, String type, Map<String, Object> properties) {}

    /** A property: its types, why it is collected, and the field that it fills. */
    record Property(
            List<String> type,
            @JsonProperty("x-purposes") List<String> purposes,
            @JsonProperty("x-field") String field) {
        static Property of(ContractField field) {
            return new Property(
                    field.number() ? List.of("number", "string") : List.of("string", "number"),
                    field.purposes().stream().map(EventSchemaView::lower).toList(),
                    field.name());
        }
    }

    /** The products of an event. */
    record Products(String type, Schema items) {}

    static EventTypeView of(EventType type) {
        Map<String, Object> properties = properties(KnownProperties.of(type));
        if (KnownProperties.holdsProducts(type)) {
            Products products =
                    new Products("array", new Schema(null, "object", properties(KnownProperties.ofProduct())));
            KnownProperties.PRODUCT_LISTS.forEach(name -> properties.put(name, products));
        }
        Schema schema = new Schema("https://json-schema.org/draft/2020-12/schema", "object", properties);
        return new EventTypeView(EventSchemaView.lower(type), KnownProperties.namesOf(type), schema);
    }

    private static Map<String, Object> properties(Map<String, ContractField> fields) {
        Map<String, Object> properties = new TreeMap<>();
        fields.forEach((name, field) -> properties.put(name, Property.of(field)));
        return properties;
    }
}
