package dev.aisle.privacy.rights.counts;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How many people have all these facts?
 *
 * @param facts such as {@code jurisdiction=EU}; none for everybody
 */
record Question(Dataset dataset, Set<String> facts) {
    public Question {
        facts = Set.copyOf(facts);
    }

    /** The same text for the same question. */
    public String text() {
        return String.join(",", new TreeSet<>(facts));
    }

    /** The facts of such a text. */
    public static Set<String> facts(String text) {
        return Arrays.stream(text.split(",", -1))
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.toSet());
    }
}
