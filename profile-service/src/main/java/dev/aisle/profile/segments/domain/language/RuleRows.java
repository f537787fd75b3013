package dev.aisle.profile.segments.domain.language;

import dev.aisle.profile.segments.domain.rule.Rule;
import dev.aisle.profile.segments.domain.rule.Rule.All;
import dev.aisle.profile.segments.domain.rule.Rule.Any;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A rule as rows of a form: all of them hold, or any. Rules that say more than that have no rows.
 *
 * @param any whether one that holds is enough
 */
public record RuleRows(boolean any, List<RuleRow> rows) {
    public RuleRows {
        rows = List.copyOf(rows);
    }

    /** The rows of a rule; empty when it says more than rows can. */
    public static Optional<RuleRows> of(Rule rule) {
        List<RuleRow> rows = new ArrayList<>();
        for (Rule part : parts(rule)) {
            Optional<RuleRow> row = RuleRow.of(part);
            if (row.isEmpty()) {
                return Optional.empty();
            }
            rows.add(row.get());
        }
        return Optional.of(new RuleRows(rule instanceof Any, rows));
    }

    /** The text form with a line for each row, so that the line of what is wrong is the number of its row. */
    public String text() {
        return rows.stream().map(RuleRow::text).collect(Collectors.joining(any ? "\nor " : "\nand "));
    }

    /** The text form of any rule with a line for each of its outermost parts. */
    public static String lines(Rule rule) {
        return parts(rule).stream()
                .map(part -> part instanceof All || part instanceof Any
                        ? "(" + RuleText.write(part) + ")"
                        : RuleText.write(part))
                .collect(Collectors.joining(rule instanceof Any ? "\nor " : "\nand "));
    }

    private static List<Rule> parts(Rule rule) {
        return switch (rule) {
            case All all -> all.rules();
            case Any any -> any.rules();
            default -> List.of(rule);
        };
    }
}
