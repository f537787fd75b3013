package dev.aisle.privacy.vault.traits;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is kept of a person, in clear: it lives for as long as a call takes. Its text form shows the names of the fields only. */
public record Traits(Map<VaultField, List<String>> values) {
    /** Of somebody of whom nothing is kept. */
    public static final Traits NONE = new Traits(Map.of());

    public Traits {
        Map<VaultField, List<String>> ordered = new EnumMap<>(VaultField.class);
        values.forEach((field, texts) -> ordered.put(field, List.copyOf(texts)));
        values = Collections.unmodifiableMap(ordered);
    }

    /** The texts of a field; none when it isn't kept. */
    public List<String> of(VaultField field) {
        return values.getOrDefault(field, List.of());
    }

    /** By the names of the fields: a text, or a list where there may be several. */
    public Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        values.forEach((field, texts) -> named.put(field.wireName(), field.many() ? texts : texts.getFirst()));
        return named;
    }

    @Override
    public String toString() {
        return "Traits" + values.keySet();
    }
}
