package dev.aisle.algorithms.flags.unleash;

import dev.aisle.algorithms.flags.ForeignHash;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form of a toggle.
 *
 * @param weight among the weights of all, 0 or more
 * @param payload its value as it is written; {@code null} without one
 * @param overrides values by the name in the context: who has one of them gets this variant
 */
public record UnleashVariant(
        String name,
        int weight,
        @Nullable String stickiness,
        @Nullable Object payload,
        Map<String, List<String>> overrides) {
    public UnleashVariant {
        overrides = Map.copyOf(overrides);
    }

    /** Which one a unit gets; {@code null} when none has a weight. */
    static @Nullable UnleashVariant choose(
            List<UnleashVariant> variants, String group, String stickiness, UnleashContext context) {
        for (UnleashVariant variant : variants) {
            if (variant.isFor(context)) {
                return variant;
            }
        }
        int all = variants.stream().mapToInt(UnleashVariant::weight).sum();
        if (all <= 0) {
            return null;
        }
        String own = variants.getFirst().stickiness();
        String unit = context.unit(own == null ? stickiness : own);
        // Who has no such id is put anywhere, as Unleash does it.
        int place =
                ForeignHash.unleashVariant(group, unit == null ? String.valueOf(context.unit("random")) : unit, all);
        int upTo = 0;
        for (UnleashVariant variant : variants) {
            upTo += variant.weight();
            if (variant.weight() > 0 && upTo >= place) {
                return variant;
            }
        }
        return null;
    }

    private boolean isFor(UnleashContext context) {
        return overrides.entrySet().stream().anyMatch(entry -> {
            String actual = context.value(entry.getKey());
            return actual != null && entry.getValue().contains(actual);
        });
    }
}
