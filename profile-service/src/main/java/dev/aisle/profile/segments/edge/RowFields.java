package dev.aisle.profile.segments.edge;

import dev.aisle.platform.console.Choice;
import dev.aisle.profile.segments.domain.language.RuleRow;
import java.util.List;

/**
 * A row of a rule as a form shows it.
 *
 * @param number from 0: stands in the names of its fields
 * @param wrong what is wrong in it; empty for nothing
 * @param operands empty: any may be typed
 * @param whereOperands empty: any may be typed
 * @param about what its value is, in a sentence; empty when it is about no value
 * @param unit of what is compared; empty when it has none
 */
record RowFields(
        int number,
        RuleRow row,
        String wrong,
        List<Choice> hows,
        List<Choice> subjects,
        List<Choice> ops,
        List<Choice> operands,
        List<Choice> properties,
        List<Choice> whereOps,
        List<Choice> whereOperands,
        String about,
        String unit) {
    RowFields {
        hows = List.copyOf(hows);
        subjects = List.copyOf(subjects);
        ops = List.copyOf(ops);
        operands = List.copyOf(operands);
        properties = List.copyOf(properties);
        whereOps = List.copyOf(whereOps);
        whereOperands = List.copyOf(whereOperands);
    }
}
