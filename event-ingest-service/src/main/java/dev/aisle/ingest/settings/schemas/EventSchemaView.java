package dev.aisle.ingest.settings.schemas;

import dev.aisle.contracts.ingest.v1.EventProperty;
import dev.aisle.contracts.ingest.v1.EventSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A schema as it is read and written. */
record EventSchemaView(String name, String description, Map<String, PropertyView> properties) {
    record PropertyView(String type, boolean required, List<String> purposes) {
        static PropertyView of(EventProperty property) {
            return new PropertyView(
                    lower(property.getType()),
                    property.getRequired(),
                    property.getPurposesList().stream()
                            .map(EventSchemaView::lower)
                            .toList());
        }
    }

    static EventSchemaView of(EventSchema schema) {
        Map<String, PropertyView> properties = new LinkedHashMap<>();
        schema.getPropertiesList().forEach(property -> properties.put(property.getName(), PropertyView.of(property)));
        return new EventSchemaView(schema.getName(), schema.getDescription(), properties);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
