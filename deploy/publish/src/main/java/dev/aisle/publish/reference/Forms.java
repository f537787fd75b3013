package dev.aisle.publish.reference;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is written as a setting's value, in words: its kind, its unit, and how small and large it may be. */
final class Forms {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("Duration", "time, such as `30s` or `PT30S`"),
            Map.entry("Period", "days or months, such as `P30D`"),
            Map.entry("MemorySize", "bytes, such as `10M`"),
            Map.entry("boolean", "`true` or `false`"),
            Map.entry("int", "whole number"),
            Map.entry("long", "whole number"),
            Map.entry("OptionalInt", "whole number"),
            Map.entry("OptionalLong", "whole number"),
            Map.entry("double", "number"),
            Map.entry("Double", "number"),
            Map.entry("OptionalDouble", "number"),
            Map.entry("BigDecimal", "number"),
            Map.entry("URI", "address"),
            Map.entry("Path", "path"),
            Map.entry("ZoneId", "time zone, such as `Europe/Berlin`"),
            Map.entry("LocalDate", "day, such as `2026-11-27`"),
            Map.entry("LocalTime", "time of day, such as `03:00`"),
            Map.entry("Instant", "time, such as `2026-11-27T10:00:00Z`"),
            Map.entry("Locale", "language, such as `en`"),
            Map.entry("Pattern", "regular expression"),
            Map.entry("String", "text"));
    private static final Pattern WITHIN = Pattern.compile("(Optional|List|Set)<(.*)>");

    private Forms() {}

    /** The form of what a method answers; an own type by its name. */
    static String of(MethodTree method) {
        return of(String.valueOf(method.getReturnType())) + bounds(method.getModifiers());
    }

    static String of(String type) {
        var within = WITHIN.matcher(type);
        if (!within.matches()) {
            return KINDS.getOrDefault(type, "one of `" + type + "`");
        }
        String kind = of(within.group(2));
        return within.group(1).equals("Optional") ? kind : "list with commas: " + kind;
    }

    private static String bounds(ModifiersTree modifiers) {
        Optional<String> least = first(modifiers, "Min", "DecimalMin");
        Optional<String> most = first(modifiers, "Max", "DecimalMax");
        String range;
        if (least.isPresent() && most.isPresent()) {
            range = ", " + least.get() + " to " + most.get();
        } else {
            range = least.map(value -> ", " + value + " or more").orElse("")
                    + most.map(value -> ", " + value + " at most").orElse("");
        }
        return range
                + first(modifiers, "Pattern").map(value -> ", `" + value + "`").orElse("");
    }

    private static Optional<String> first(ModifiersTree modifiers, String... annotations) {
        for (String annotation : annotations) {
            Optional<String> value =
                    JavaSources.annotated(modifiers, annotation, annotation.equals("Pattern") ? "regexp" : "value");
            if (value.isPresent()) {
                return value.map(text -> text.replace("_", "").replaceAll("L$", ""));
            }
        }
        return Optional.empty();
    }

    static boolean optional(Tree type) {
        return type.toString().startsWith("Optional");
    }

    /** The last type argument, of a map or a list; the type itself when it has none. */
    static String content(Tree type) {
        return type instanceof ParameterizedTypeTree parameterized
                ? parameterized.getTypeArguments().getLast().toString()
                : type.toString();
    }
}
