package dev.aisle.algorithms.flags;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of JSON as maps, lists, texts, numbers, truth values and null, compared as the specification's language (ECMAScript) compares them. */
final class PlainJson {
    private static final Pattern DOT = Pattern.compile("\\.");

    private PlainJson() {}

    /** Of the same type and the same, also in the order of lists; numbers by value. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            return a.doubleValue() == b.doubleValue();
        }
        if (one instanceof List<?> a && other instanceof List<?> b) {
            if (a.size() != b.size()) {
                return false;
            }
            for (int n = 0; n < a.size(); n++) {
                if (!same(a.get(n), b.get(n))) {
                    return false;
                }
            }
            return true;
        }
        if (one instanceof Map<?, ?> a && other instanceof Map<?, ?> b) {
            return a.keySet().equals(b.keySet())
                    && a.entrySet().stream().allMatch(entry -> same(entry.getValue(), b.get(entry.getKey())));
        }
        return Objects.equals(one, other);
    }

    /** Below 0, 0 or above 0 by texts or by numbers; NaN where they can't be compared. */
    static double compare(@Nullable Object one, @Nullable Object other) {
        return one instanceof String a && other instanceof String b
                ? Integer.signum(a.compareTo(b))
                : Math.signum(number(one) - number(other));
    }

    /** As a number: nothing is 0, true 1; a text its number. */
    static double number(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Number number -> number.doubleValue();
            case Boolean truth -> truth ? 1 : 0;
            case String text -> ofText(text);
            default -> Double.NaN;
        };
    }

    private static double ofText(String text) {
        if (text.isBlank()) {
            return 0;
        }
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** As a text: whole numbers without a point. */
    static String text(@Nullable Object value) {
        if (value instanceof Number number) {
            double d = number.doubleValue();
            return d == Math.rint(d) && Math.abs(d) < 1e15 ? Long.toString((long) d) : Double.toString(d);
        }
        return value == null ? "" : value.toString();
    }

    static boolean truthy(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean truth -> truth;
            case Number number -> number.doubleValue() != 0 && !Double.isNaN(number.doubleValue());
            case String text -> !text.isEmpty();
            default -> true;
        };
    }

    static String type(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Boolean _ -> "boolean";
            case Number _ -> "number";
            case String _ -> "string";
            case List<?> _ -> "array";
            case Map<?, ?> _ -> "object";
            default -> "unknown";
        };
    }

    /** The value at a path such as {@code pets.dog.name}; {@code null} where there is none. */
    static @Nullable Object at(@Nullable Object root, String path) {
        Object value = root;
        for (String name : DOT.split(path, -1)) {
            if (!(value instanceof Map<?, ?> map)) {
                return null;
            }
            value = map.get(name);
        }
        return value;
    }
}
