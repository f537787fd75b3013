package dev.aisle.ingest.archive.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MapEntry;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.events.v1.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;

/** Writes an event as one line of JSON with the fields of {@link Columns}. Empty texts are nulls. */
public final class RowWriter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final long END_OF_9999 = 253_402_300_799L;

    private RowWriter() {}

    /** An event that no file could hold. */
    public static final class Unwritable extends RuntimeException {
        Unwritable(String message) {
            super(message);
        }
    }

    /** The line of an event, with its end. */
    public static String line(ShopEvent event, int partition, long offset) {
        StringWriter text = new StringWriter(1_024);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields(json, event);
            fields(json, event.getRefinement());
            json.writeNumberField(Columns.PARTITION, partition);
            json.writeNumberField(Columns.OFFSET, offset);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory failed", e);
        }
        return text.append('\n').toString();
    }

    private static void fields(JsonGenerator json, Message message) throws IOException {
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            if (field.isRepeated()) {
                json.writeFieldName(field.getName());
                repeated(json, field, message);
            } else if (Columns.isColumn(field) && isSaid(field, message)) {
                json.writeFieldName(field.getName());
                single(json, field, message.getField(field));
            }
        }
    }

    private static boolean isSaid(FieldDescriptor field, Message message) {
        boolean text = field.getJavaType() == FieldDescriptor.JavaType.STRING;
        return field.hasPresence()
                ? message.hasField(field)
                : !text || !message.getField(field).equals("");
    }

    private static void repeated(JsonGenerator json, FieldDescriptor field, Message message) throws IOException {
        List<?> values = (List<?>) message.getField(field);
        if (field.isMapField()) {
            json.writeStartObject();
            for (Object value : values) {
                MapEntry<?, ?> entry = (MapEntry<?, ?>) value;
                json.writeFieldName(clean(entry.getKey().toString()));
                single(json, field.getMessageType().getFields().get(1), entry.getValue());
            }
            json.writeEndObject();
            return;
        }
        json.writeStartArray();
        for (Object value : values) {
            single(json, field, value);
        }
        json.writeEndArray();
    }

    private static void single(JsonGenerator json, FieldDescriptor field, Object value) throws IOException {
        switch (field.getJavaType()) {
            case INT -> json.writeNumber((Integer) value);
            case LONG -> json.writeNumber((Long) value);
            case FLOAT, DOUBLE -> number(json, ((Number) value).doubleValue());
            case BOOLEAN -> json.writeBoolean((Boolean) value);
            case ENUM -> json.writeString(((EnumValueDescriptor) value).getName());
            case STRING -> json.writeString(clean(value.toString()));
            case BYTE_STRING -> json.writeNull();
            case MESSAGE -> message(json, value);
        }
    }

    private static void message(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Timestamp time -> json.writeString(instant(time).toString());
            case Value any -> json.writeString(clean(text(any)));
            case Message other -> {
                json.writeStartObject();
                fields(json, other);
                json.writeEndObject();
            }
            default -> throw new IllegalStateException("Not a message: " + value.getClass());
        }
    }

    private static String text(Value value) {
        return switch (value.getKindCase()) {
            case TEXT -> value.getText();
            case NUMBER -> Double.toString(value.getNumber());
            case FLAG -> Boolean.toString(value.getFlag());
            case TEXTS -> String.join("\u001f", value.getTexts().getValuesList());
            case KIND_NOT_SET -> "";
        };
    }

    private static void number(JsonGenerator json, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }

    /** A column of text can't hold U+0000. */
    private static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    private static Instant instant(Timestamp time) {
        boolean exists = time.getSeconds() >= 0
                && time.getSeconds() <= END_OF_9999
                && time.getNanos() >= 0
                && time.getNanos() < 1_000_000_000;
        if (!exists) {
            throw new Unwritable("a time before 1970 or after 9999");
        }
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
