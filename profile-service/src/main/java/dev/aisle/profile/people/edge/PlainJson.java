package dev.aisle.profile.people.edge;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.MapEntry;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A message as REST shows it: camel case, whole numbers as numbers, enums in lower case; what isn't set isn't there. */
final class PlainJson {
    private PlainJson() {}

    static Map<String, Object> of(Message message) {
        Map<String, Object> json = new LinkedHashMap<>();
        message.getAllFields()
                .forEach((field, value) ->
                        json.put(field.getJsonName(), field.isMapField() ? map((List<?>) value) : value(value)));
        return json;
    }

    private static Map<String, Object> map(List<?> entries) {
        Map<String, Object> json = new TreeMap<>();
        entries.forEach(entry -> {
            MapEntry<?, ?> pair = (MapEntry<?, ?>) entry;
            json.put(String.valueOf(pair.getKey()), value(pair.getValue()));
        });
        return json;
    }

    private static Object value(Object value) {
        return switch (value) {
            case Timestamp time -> Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
            case Message message -> of(message);
            case EnumValueDescriptor name -> name.getName().toLowerCase(Locale.ROOT);
            case Collection<?> values -> values.stream().map(PlainJson::value).toList();
            default -> value;
        };
    }
}
