package dev.aisle.algorithms.privacy.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A fact that must have one of these values, or none of them.
 *
 * @param negated whether it was written with {@code !=}
 */
record Condition(Fact fact, Set<String> values, boolean negated) {
    private static final Pattern FORM = Pattern.compile("([a-z_]+)(!?)=([A-Za-z0-9_*|-]+)");
    private static final String FACTS =
            Arrays.stream(Fact.values()).map(Fact::word).collect(Collectors.joining(", "));

    boolean holds(String value) {
        return values.contains(value) != negated;
    }

    /** Reads {@code a=x|y and b!=z}; empty always holds. */
    static List<Condition> all(CsvSections.Row row, Jurisdictions jurisdictions) {
        List<Condition> conditions = new ArrayList<>();
        for (String text : row.cell("condition").split("\\s+and\\s+", -1)) {
            if (!text.isEmpty()) {
                conditions.add(of(row, text, jurisdictions));
            }
        }
        return List.copyOf(conditions);
    }

    private static Condition of(CsvSections.Row row, String text, Jurisdictions jurisdictions) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw row.refused("condition: expected fact=value or fact!=value, was " + text);
        }
        Fact fact = Arrays.stream(Fact.values())
                .filter(known -> known.word().equals(matcher.group(1)))
                .findFirst()
                .orElseThrow(() -> row.refused("unknown fact " + matcher.group(1) + "; known are " + FACTS));
        Set<String> values = Set.copyOf(List.of(matcher.group(3).split("\\|", -1)));
        Set<String> known = fact.values(jurisdictions);
        if (!known.containsAll(values)) {
            throw row.refused(
                    fact.word() + " is one of " + known.stream().sorted().toList());
        }
        return new Condition(fact, values, !matcher.group(2).isEmpty());
    }
}
