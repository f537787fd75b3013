package dev.aisle.algorithms.sequence;

import dev.aisle.algorithms.recommend.Model;
import dev.aisle.algorithms.recommend.Progress;

/**
 * An item speaks for those of the same sessions, whatever the order: {@code score(b | a)} counts the pairs of places, and an item that
 * comes twice is a pair with itself, counted from both sides. Memory: 8 bytes × items × rules.
 *
 * @param rules strongest rules that are kept of an item, ≥ 1
 * @see <a href="https://doi.org/10.1007/s11257-018-9209-6">Ludewig, Jannach 2018</a>
 */
public record AssociationRules(int rules) implements SequenceAlgorithm {
    /** Checks the parameter. */
    public AssociationRules {
        if (rules < 1) {
            throw new IllegalArgumentException("ar: expected rules ≥ 1, was " + rules);
        }
    }

    /** Parameters that did well on several shops. */
    public static AssociationRules withDefaults() {
        return new AssociationRules(100);
    }

    @Override
    public String name() {
        return "ar";
    }

    @Override
    public Model fit(Sessions train, Progress progress) {
        return new Rules(train, rules).find(Integer.MAX_VALUE, Integer.MAX_VALUE, (from, to) -> 1, progress);
    }
}
