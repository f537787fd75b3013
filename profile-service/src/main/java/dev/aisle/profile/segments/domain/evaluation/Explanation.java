package dev.aisle.profile.segments.domain.evaluation;

import dev.aisle.profile.segments.domain.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a part of a rule holds of a person.
 *
 * @param observed what was compared: a count, an amount, a value; null of parts that compare nothing, and when it isn't known
 * @param parts the rules in it
 */
public record Explanation(
        Rule rule, boolean holds, @Nullable String observed, List<Explanation> parts) {
    public Explanation {
        parts = List.copyOf(parts);
    }
}
