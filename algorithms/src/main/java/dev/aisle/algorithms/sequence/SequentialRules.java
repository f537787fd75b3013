package dev.aisle.algorithms.sequence;

import dev.aisle.algorithms.recommend.Model;
import dev.aisle.algorithms.recommend.Progress;

/**
 * An item speaks for those that came after it: {@code score(b | a) = Σ decay(distance)} over all places where b follows a within some steps.
 * Memory: 8 bytes × items × rules.
 *
 * @param steps how far b may come after a, ≥ 1
 * @param rules strongest rules that are kept of an item, ≥ 1
 * @param decay of the distance
 * @see <a href="https://doi.org/10.1007/s11257-018-9209-6">Ludewig, Jannach 2018</a>
 */
public record SequentialRules(int steps, int rules, Decay decay) implements SequenceAlgorithm {
    /** Checks the parameters. */
    public SequentialRules {
        if (steps < 1 || rules < 1) {
            throw new IllegalArgumentException(
                    "sr: expected steps ≥ 1 and rules ≥ 1; was steps=" + steps + ", rules=" + rules);
        }
    }

    /** Parameters that did well on several shops. */
    public static SequentialRules withDefaults() {
        return new SequentialRules(20, 100, Decay.QUADRATIC);
    }

    @Override
    public String name() {
        return "sr";
    }

    @Override
    public Model fit(Sessions train, Progress progress) {
        return new Rules(train, rules).find(0, steps, (from, to) -> decay.at(to - from), progress);
    }
}
