package dev.aisle.algorithms.flags.unleash;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A toggle: on for whom one of its strategies is met, or for everybody when it has none.
 *
 * @see <a href="https://github.com/Unleash/client-specification">Unleash's specification of clients</a>
 */
public record UnleashToggle(
        String name, boolean enabled, List<UnleashStrategy> strategies, List<UnleashVariant> variants) {
    public UnleashToggle {
        strategies = List.copyOf(strategies);
        variants = List.copyOf(variants);
    }

    /** Whether it is on. */
    public boolean isOn(UnleashContext context) {
        return enabled && (strategies.isEmpty() || met(context).isPresent());
    }

    /** Its variant; {@code null} where it is off or has none. */
    public @Nullable UnleashVariant variant(UnleashContext context) {
        if (!isOn(context)) {
            return null;
        }
        UnleashStrategy met = met(context).orElse(null);
        return met == null || met.variants().isEmpty()
                ? UnleashVariant.choose(variants, name, "default", context)
                : UnleashVariant.choose(met.variants(), met.group(), met.stickiness(), context);
    }

    private Optional<UnleashStrategy> met(UnleashContext context) {
        return strategies.stream().filter(one -> one.isMet(context)).findFirst();
    }
}
