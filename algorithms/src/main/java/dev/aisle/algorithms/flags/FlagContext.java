package dev.aisle.algorithms.flags;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What flags are evaluated with: GrowthBook's payload and what is known of a unit. Values are those of JSON: maps, lists, texts, numbers, truth values, null.
 *
 * @param attributes of the unit
 * @param features by key: {@code defaultValue}, {@code rules}
 * @param forcedVariations by the key of an experiment
 * @param savedGroups lists that conditions name
 * @param enabled whether experiments run at all
 * @param qaMode whether only forced variations count
 * @param url of the page; its query may force variations
 * @param contextualBandits by key: {@code banditVersion}, {@code contexts} with their conditions and weights
 * @param sticky what units were given before; {@code null} where nobody keeps it
 */
public record FlagContext(
        Map<String, Object> attributes,
        Map<String, Object> features,
        Map<String, Integer> forcedVariations,
        Map<String, List<Object>> savedGroups,
        boolean enabled,
        boolean qaMode,
        String url,
        Map<String, Object> contextualBandits,
        @Nullable StickyBuckets sticky) {
    Targeting targeting() {
        return new Targeting(savedGroups);
    }

    /** Which attribute identifies the unit, and its value. */
    record Unit(String attribute, Object value) {
        boolean isThere() {
            return !PlainJson.text(value).isEmpty();
        }
    }

    Unit unit(@Nullable String attribute, @Nullable String fallback) {
        String name = attribute == null || attribute.isEmpty() ? "id" : attribute;
        Unit unit = new Unit(name, orEmpty(attributes.get(name)));
        if (!unit.isThere() && fallback != null && !fallback.isEmpty()) {
            Unit other = new Unit(fallback, orEmpty(attributes.get(fallback)));
            return other.isThere() ? other : unit;
        }
        return unit;
    }

    private static Object orEmpty(@Nullable Object value) {
        return PlainJson.truthy(value) && value != null ? value : "";
    }
}
