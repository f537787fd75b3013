package dev.aisle.algorithms.flags.unleash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads toggles as Unleash's client API gives them: {@code features} and {@code segments}, as maps of JSON values. */
public final class UnleashFile {
    private final Map<Object, List<UnleashConstraint>> segments;

    private UnleashFile(Map<Object, List<UnleashConstraint>> segments) {
        this.segments = segments;
    }

    /** The toggles by name. */
    public static Map<String, UnleashToggle> toggles(Map<?, ?> file) {
        UnleashFile reader = new UnleashFile(maps(file.get("segments"))
                .collect(Collectors.toMap(
                        one -> text(one.get("id"), ""), UnleashFile::constraints, (first, _) -> first)));
        Map<String, UnleashToggle> toggles = new LinkedHashMap<>();
        maps(file.get("features")).map(reader::toggle).forEach(one -> toggles.put(one.name(), one));
        return toggles;
    }

    private UnleashToggle toggle(Map<?, ?> one) {
        return new UnleashToggle(
                text(one.get("name"), ""),
                Boolean.TRUE.equals(one.get("enabled")),
                maps(one.get("strategies")).map(this::strategy).toList(),
                variants(one));
    }

    private UnleashStrategy strategy(Map<?, ?> one) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (one.get("parameters") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> parameters.put(String.valueOf(name), text(value, "")));
        }
        List<UnleashConstraint> constraints = new ArrayList<>(constraints(one));
        boolean known = true;
        for (Object id : list(one.get("segments"))) {
            List<UnleashConstraint> own = segments.get(text(id, ""));
            known &= own != null;
            constraints.addAll(own == null ? List.of() : own);
        }
        // A segment that isn't there can't be met, so neither can the strategy.
        String name = known ? text(one.get("name"), "") : "";
        return new UnleashStrategy(name, parameters, constraints, variants(one));
    }

    private static List<UnleashConstraint> constraints(Map<?, ?> of) {
        return maps(of.get("constraints"))
                .map(one -> new UnleashConstraint(
                        text(one.get("contextName"), ""),
                        text(one.get("operator"), ""),
                        texts(one.get("values")),
                        one.get("value") == null ? null : text(one.get("value"), ""),
                        Boolean.TRUE.equals(one.get("inverted")),
                        Boolean.TRUE.equals(one.get("caseInsensitive"))))
                .toList();
    }

    private static List<UnleashVariant> variants(Map<?, ?> of) {
        return maps(of.get("variants"))
                .map(one -> new UnleashVariant(
                        text(one.get("name"), ""),
                        one.get("weight") instanceof Number weight ? weight.intValue() : 0,
                        one.get("stickiness") == null ? null : text(one.get("stickiness"), ""),
                        one.get("payload"),
                        maps(one.get("overrides"))
                                .collect(Collectors.toMap(
                                        over -> text(over.get("contextName"), ""),
                                        over -> texts(over.get("values")),
                                        (first, _) -> first))))
                .toList();
    }

    private static Stream<Map<?, ?>> maps(@Nullable Object value) {
        return list(value).stream().flatMap(one -> one instanceof Map<?, ?> map ? Stream.of(map) : Stream.empty());
    }

    private static List<String> texts(@Nullable Object value) {
        return list(value).stream()
                .filter(Objects::nonNull)
                .map(one -> text(one, ""))
                .toList();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static String text(@Nullable Object value, String or) {
        return value == null ? or : String.valueOf(value);
    }
}
