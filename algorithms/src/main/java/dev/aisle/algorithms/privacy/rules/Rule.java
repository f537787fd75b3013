package dev.aisle.algorithms.privacy.rules;

import dev.aisle.algorithms.privacy.ConsentDecision;
import dev.aisle.algorithms.privacy.ConsentReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A line of the table.
 *
 * @param line where it stands in the file
 * @param conditions all must hold; none: always
 */
record Rule(int line, List<Condition> conditions, ConsentDecision decision) {
    static List<Rule> all(List<CsvSections.Row> rows, Jurisdictions jurisdictions) {
        List<Rule> rules = new ArrayList<>();
        int last = 0;
        for (CsvSections.Row row : rows) {
            int order = order(row);
            if (order <= last) {
                throw row.refused("order " + order + " comes after " + last);
            }
            last = order;
            rules.add(new Rule(row.line(), Condition.all(row, jurisdictions), decision(row)));
        }
        Rule closing = rules.getLast();
        if (!closing.conditions().isEmpty() || closing.decision().allowed()) {
            throw rows.getLast().refused("the last rule must deny without a condition: what no rule allows is denied");
        }
        return List.copyOf(rules);
    }

    private static int order(CsvSections.Row row) {
        if (!row.cell("order").matches("[1-9]\\d{0,5}")) {
            throw row.refused("order: expected a number from 1 to 999999");
        }
        return Integer.parseInt(row.cell("order"));
    }

    private static ConsentDecision decision(CsvSections.Row row) {
        boolean allowed = switch (row.cell("outcome")) {
            case "ALLOW" -> true;
            case "DENY" -> false;
            default -> throw row.refused("outcome: expected ALLOW or DENY");
        };
        String name = row.cell("reason");
        ConsentReason reason = Arrays.stream(ConsentReason.values())
                .filter(known -> known.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> row.refused("unknown reason " + name + "; known are "
                        + Arrays.stream(ConsentReason.values())
                                .map(ConsentReason::wireName)
                                .toList()));
        String rule = row.cell("rule");
        if (!rule.matches("[a-z][a-z0-9_]{0,63}")) {
            throw row.refused("rule: expected a name of a-z, 0-9 and _");
        }
        return new ConsentDecision(allowed, reason, rule);
    }
}
