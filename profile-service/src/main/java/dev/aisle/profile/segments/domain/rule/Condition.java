package dev.aisle.profile.segments.domain.rule;

import java.util.List;

/**
 * A condition on a property of an event. What is unknown satisfies none.
 *
 * @param operands one; of {@link Comparison#IN} one or more
 */
public record Condition(Property property, Comparison comparison, List<Literal> operands) {
    public Condition {
        operands = List.copyOf(operands);
    }
}
