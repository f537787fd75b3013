package dev.aisle.privacy.vault.traits;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A partial change: what isn't named stays as it is, and an empty list removes a field. */
record TraitChange(Map<VaultField, List<String>> values) {
    private static final int MOST = 20;

    public TraitChange {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** What a body says. */
    public sealed interface Reading {
        /** A change. */
        record Understood(TraitChange change) implements Reading {}

        /** A field is wrong; the message doesn't repeat its value. */
        record Refused(String field, String message) implements Reading {}
    }

    /** Reads a body: {@code null} removes a field, a text or a list of texts sets it. */
    public static Reading read(Map<String, @Nullable Object> body) {
        Map<VaultField, List<String>> values = new EnumMap<>(VaultField.class);
        for (Map.Entry<String, @Nullable Object> entry : body.entrySet()) {
            VaultField field = VaultField.ofWireName(entry.getKey()).orElse(null);
            if (field == null) {
                return new Reading.Refused("body", "has a field that isn't kept; known are " + VaultField.NAMES);
            }
            List<String> texts = texts(field, entry.getValue());
            if (texts == null) {
                return new Reading.Refused(field.wireName(), expected(field));
            }
            String problem = texts.stream()
                    .map(field::problemOf)
                    .filter(found -> found != null)
                    .findFirst()
                    .orElse(null);
            if (problem != null) {
                return new Reading.Refused(field.wireName(), problem);
            }
            values.put(field, texts);
        }
        return values.isEmpty()
                ? new Reading.Refused("body", "expected at least one of " + VaultField.NAMES)
                : new Reading.Understood(new TraitChange(values));
    }

    private static String expected(VaultField field) {
        return field.many() ? "expected up to " + MOST + " texts, or null" : "expected a text, or null";
    }

    private static @Nullable List<String> texts(VaultField field, @Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case String text when !field.many() -> List.of(text);
            case List<?> list
            when field.many() && list.size() <= MOST && list.stream().allMatch(String.class::isInstance) ->
                list.stream().map(String.class::cast).distinct().toList();
            default -> null;
        };
    }

    /** What it names, for the answer. */
    public List<String> fields() {
        return values.keySet().stream().map(VaultField::wireName).toList();
    }

    @Override
    public String toString() {
        return "TraitChange" + values.keySet();
    }
}
