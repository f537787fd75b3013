package dev.aisle.algorithms.flags;

import dev.aisle.algorithms.flags.Buckets.Range;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A JSON object, such as a rule or an experiment, read field by field. */
record Fields(Map<?, ?> map) {
    static Fields of(@Nullable Object value) {
        return new Fields(value instanceof Map<?, ?> map ? map : Map.of());
    }

    boolean has(String name) {
        return map.containsKey(name);
    }

    @Nullable
    Object get(String name) {
        return map.get(name);
    }

    @Nullable
    String text(String name) {
        Object value = map.get(name);
        return value == null ? null : PlainJson.text(value);
    }

    String text(String name, String usual) {
        String text = text(name);
        return text == null || text.isEmpty() ? usual : text;
    }

    int whole(String name, int usual) {
        return map.get(name) instanceof Number number ? number.intValue() : usual;
    }

    List<?> list(String name) {
        return map.get(name) instanceof List<?> list ? list : List.of();
    }

    boolean flag(String name) {
        return PlainJson.truthy(map.get(name));
    }

    double @Nullable [] numbers(String name) {
        return map.get(name) instanceof List<?> list
                ? list.stream().mapToDouble(PlainJson::number).toArray()
                : null;
    }

    List<Range> ranges(String name) {
        return list(name).stream().map(Fields::range).filter(Objects::nonNull).toList();
    }

    @Nullable
    Range range(String name) {
        return range(map.get(name));
    }

    private static @Nullable Range range(@Nullable Object value) {
        return value instanceof List<?> pair && pair.size() == 2
                ? new Range(PlainJson.number(pair.get(0)), PlainJson.number(pair.get(1)))
                : null;
    }
}
