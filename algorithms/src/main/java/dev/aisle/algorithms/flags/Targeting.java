package dev.aisle.algorithms.flags;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether attributes of a unit meet a condition of GrowthBook's specification 0.8: {@code $and}, {@code $or}, {@code $nor}, {@code $not}, and operators at the
 * paths of attributes.
 */
public final class Targeting {
    private final Map<String, List<Object>> savedGroups;

    /** @param savedGroups lists of values that conditions name */
    public Targeting(Map<String, List<Object>> savedGroups) {
        this.savedGroups = Map.copyOf(savedGroups);
    }

    /**
     * Whether the condition is met.
     *
     * @param attributes a map of JSON values
     * @param condition likewise; an empty one is met
     */
    public boolean meets(@Nullable Object attributes, Map<?, ?> condition) {
        return condition.entrySet().stream()
                .allMatch(entry -> part(attributes, String.valueOf(entry.getKey()), entry.getValue()));
    }

    private boolean part(@Nullable Object attributes, String key, @Nullable Object wanted) {
        return switch (key) {
            case "$or" -> list(wanted).isEmpty() || any(attributes, wanted);
            case "$nor" -> list(wanted).isEmpty() || !any(attributes, wanted);
            case "$and" -> list(wanted).stream().allMatch(one -> one instanceof Map<?, ?> m && meets(attributes, m));
            case "$not" -> !(wanted instanceof Map<?, ?> m && meets(attributes, m));
            default -> value(wanted, PlainJson.at(attributes, key));
        };
    }

    private boolean any(@Nullable Object attributes, @Nullable Object wanted) {
        return list(wanted).stream().anyMatch(one -> one instanceof Map<?, ?> m && meets(attributes, m));
    }

    /** Whether a value is what is wanted: by operators, or the same. */
    boolean value(@Nullable Object wanted, @Nullable Object actual) {
        return switch (wanted) {
            case null -> actual == null;
            case String text -> actual != null && PlainJson.text(actual).equals(text);
            case Number number -> actual != null && PlainJson.number(actual) == number.doubleValue();
            case Boolean truth -> actual != null && PlainJson.truthy(actual) == truth;
            case Map<?, ?> operators
            when isOperators(operators) ->
                operators.entrySet().stream()
                        .allMatch(entry ->
                                new Operator(this, String.valueOf(entry.getKey()), entry.getValue()).holdsFor(actual));
            default -> PlainJson.same(wanted, actual);
        };
    }

    static boolean isOperators(Map<?, ?> map) {
        return !map.isEmpty()
                && map.keySet().stream().allMatch(key -> String.valueOf(key).startsWith("$"));
    }

    List<Object> group(@Nullable Object name) {
        return savedGroups.getOrDefault(PlainJson.text(name), List.of());
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
