package dev.aisle.algorithms.baskets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.baskets.BasketRules.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The published figures of Groceries are replayed by {@code ./aisle compute}, whose data may not be part of the project. */
class BasketRulesTest {
    @Test
    void countsConfidenceAndLiftAreThoseOfTheDefinition() {
        BasketRules rules = BasketRules.of(
                baskets(List.of(
                        Set.of("bread", "butter"), Set.of("bread", "butter", "milk"), Set.of("bread"), Set.of("milk"))),
                new Question(0.5, 0.9, 2, 5));

        assertThat(rules.itemsetsByLength()).isEqualTo(Map.of(2, 1));
        assertThat(rules.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.lhs()).containsExactly("butter");
            assertThat(rule.rhs()).isEqualTo("bread");
            assertThat(rule.count()).isEqualTo(2);
            assertThat(rule.support()).isEqualTo(0.5);
            assertThat(rule.confidence()).isEqualTo(1);
            assertThat(rule.coverage()).isEqualTo(0.5);
            assertThat(rule.lift()).isCloseTo(4 / 3.0, within(1e-12));
        });
    }

    @Test
    void anItemThatComesTwiceInABasketCountsOnce() {
        BasketRules rules =
                BasketRules.of(new Baskets().add(List.of("a", "a")).add(List.of("b")), new Question(0.5, 0, 1, 1));

        assertThat(rules.rules()).allSatisfy(rule -> assertThat(rule.support()).isEqualTo(0.5));
        assertThat(rules.rules()).hasSize(2);
    }

    @Property(tries = 60)
    void theSetsAreThoseThatCountingEverySetFinds(
            @ForAll int seed,
            @ForAll @IntRange(min = 1, max = 8) int least,
            @ForAll @IntRange(min = 1, max = 5) int longest) {
        Random random = new Random(seed);
        List<Set<String>> made = IntStream.range(0, 40)
                .mapToObj(basket -> IntStream.range(0, 7)
                        .filter(item -> random.nextInt(item + 2) == 0)
                        .mapToObj(item -> "i" + item)
                        .collect(Collectors.toSet()))
                .toList();

        Map<Set<String>, Integer> found = frequent(baskets(made), least, longest);

        assertThat(found).isEqualTo(counted(made, least, longest));
    }

    @Test
    void whatCantBeAskedIsNamed() {
        assertThatThrownBy(() -> new Question(0, 0.5, 1, 5)).hasMessageStartingWith("supp:");
        assertThatThrownBy(() -> new Question(0.1, 2, 1, 5)).hasMessageStartingWith("conf:");
        assertThatThrownBy(() -> new Question(0.1, 0.5, 3, 2)).hasMessageStartingWith("maxlen:");
    }

    @Test
    void moreSetsThanFitAreRefused() {
        Baskets baskets = baskets(List.of(Set.of("a", "b", "c")));

        assertThatThrownBy(() -> FrequentSets.of(baskets, 1, 5, 6)).hasMessageContaining("higher support");
        assertThat(FrequentSets.of(baskets, 1, 5, 7)).hasSize(7);
    }

    private static Map<Set<String>, Integer> frequent(Baskets baskets, int least, int longest) {
        return FrequentSets.of(baskets, least, longest, 1_000).entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> IntStream.range(0, entry.getKey().size())
                                .mapToObj(at -> baskets.name(entry.getKey().item(at)))
                                .collect(Collectors.toSet()),
                        Map.Entry::getValue));
    }

    private static Map<Set<String>, Integer> counted(List<Set<String>> baskets, int least, int longest) {
        return IntStream.range(1, 1 << 7)
                .mapToObj(bits -> IntStream.range(0, 7)
                        .filter(item -> (bits >> item & 1) == 1)
                        .mapToObj(item -> "i" + item)
                        .collect(Collectors.toSet()))
                .filter(set -> set.size() <= longest)
                .map(set -> Map.entry(set, (int) baskets.stream()
                        .filter(basket -> basket.containsAll(set))
                        .count()))
                .filter(entry -> entry.getValue() >= least)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Baskets baskets(List<Set<String>> made) {
        Baskets baskets = new Baskets();
        made.forEach(basket -> baskets.add(new ArrayList<>(basket)));
        return baskets;
    }
}
