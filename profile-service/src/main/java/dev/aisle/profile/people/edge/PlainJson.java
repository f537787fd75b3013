package dev.aisle.profile.people.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MapEntry;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A message as REST shows it: camel case, whole numbers as numbers, enums in lower case; what isn't set isn't there. Written field by field. */
final class PlainJson extends JsonSerializer<Message> {
    @Override
    public void serialize(Message message, JsonGenerator json, SerializerProvider serializers) throws IOException {
        write(message, json);
    }

    private static void write(Message message, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            json.writeFieldName(field.getKey().getJsonName());
            if (field.getKey().isMapField()) {
                entries((List<?>) field.getValue(), json);
            } else if (field.getKey().isRepeated()) {
                list((List<?>) field.getValue(), json);
            } else {
                value(field.getValue(), json);
            }
        }
        json.writeEndObject();
    }

    private static void entries(List<?> entries, JsonGenerator json) throws IOException {
        Map<String, Object> ordered = new TreeMap<>();
        for (Object entry : entries) {
            MapEntry<?, ?> pair = (MapEntry<?, ?>) entry;
            ordered.put(String.valueOf(pair.getKey()), pair.getValue());
        }
        json.writeStartObject();
        for (Map.Entry<String, Object> entry : ordered.entrySet()) {
            json.writeFieldName(entry.getKey());
            value(entry.getValue(), json);
        }
        json.writeEndObject();
    }

    private static void list(List<?> values, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Object value : values) {
            value(value, json);
        }
        json.writeEndArray();
    }

    private static void value(Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case Timestamp time ->
                json.writeString(Instant.ofEpochSecond(time.getSeconds(), time.getNanos())
                        .toString());
            case Message message -> write(message, json);
            case EnumValueDescriptor name -> json.writeString(name.getName().toLowerCase(Locale.ROOT));
            case String text -> json.writeString(text);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            default -> throw new IllegalArgumentException("No profile has a value of " + value.getClass());
        }
    }
}
