package dev.aisle.algorithms.baskets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Rules with one item on the right side, as the R package arules gives them. Counts are exact.
 *
 * @param itemsetsByLength how many sets of each length are frequent
 * @param rules by lift, then by confidence, then by count, then by name
 * @see <a href="https://doi.org/10.1145/170035.170072">Agrawal, Imielinski, Swami 1993</a>
 */
public record BasketRules(SortedMap<Integer, Integer> itemsetsByLength, List<BasketRule> rules) {
    /** Above this many frequent sets the question is refused: they would fill the memory and nobody reads them. */
    public static final int MOST_SETS = 2_000_000;

    private static final double ROUNDING = 1e-9;
    private static final Comparator<BasketRule> STRONGEST = Comparator.comparingDouble(BasketRule::lift)
            .thenComparingDouble(BasketRule::confidence)
            .thenComparingInt(BasketRule::count)
            .reversed()
            .thenComparing(BasketRule::rhs)
            .thenComparing(rule -> String.join(", ", rule.lhs()));

    public BasketRules {
        rules = List.copyOf(rules);
    }

    /** Which rules are looked for; shares from 0 to 1, lengths count both sides. */
    public record Question(double support, double confidence, int shortest, int longest) {
        /** @throws IllegalArgumentException when a field can't be used; the message begins with its name */
        public Question {
            require(support > 0 && support <= 1, "supp: expected a share > 0 and ≤ 1, was " + support);
            require(confidence >= 0 && confidence <= 1, "conf: expected a share from 0 to 1, was " + confidence);
            require(shortest >= 1, "minlen: expected at least 1, was " + shortest);
            require(longest >= shortest, "maxlen: expected at least minlen, was " + longest);
        }

        private static void require(boolean met, String otherwise) {
            if (!met) {
                throw new IllegalArgumentException(otherwise);
            }
        }
    }

    /**
     * Finds the rules.
     *
     * @throws IllegalArgumentException when more than {@link #MOST_SETS} sets are frequent
     */
    public static BasketRules of(Baskets baskets, Question question) {
        int least = Math.max(1, (int) Math.ceil(question.support() * baskets.size() - ROUNDING));
        Map<ItemSet, Integer> counts = FrequentSets.of(baskets, least, question.longest(), MOST_SETS);
        SortedMap<Integer, Integer> lengths = new TreeMap<>();
        counts.keySet().stream()
                .filter(set -> set.size() >= question.shortest())
                .forEach(set -> lengths.merge(set.size(), 1, Integer::sum));
        List<BasketRule> rules = new ArrayList<>();
        counts.forEach((set, count) -> {
            if (set.size() >= question.shortest()) {
                addRules(baskets, counts, set, count, question.confidence(), rules);
            }
        });
        rules.sort(STRONGEST);
        return new BasketRules(lengths, rules);
    }

    private static void addRules(
            Baskets baskets,
            Map<ItemSet, Integer> counts,
            ItemSet set,
            int count,
            double least,
            List<BasketRule> into) {
        double all = baskets.size();
        for (int right = 0; right < set.size(); right++) {
            ItemSet left = set.without(right);
            int ofLeft = left.size() == 0 ? baskets.size() : counts.getOrDefault(left, count);
            int ofRight = counts.getOrDefault(new ItemSet(new int[] {set.item(right)}), count);
            double confidence = (double) count / ofLeft;
            if (confidence >= least) {
                into.add(new BasketRule(
                        IntStream.range(0, left.size())
                                .mapToObj(at -> baskets.name(left.item(at)))
                                .toList(),
                        baskets.name(set.item(right)),
                        count,
                        count / all,
                        confidence,
                        ofLeft / all,
                        confidence / (ofRight / all)));
            }
        }
    }
}
