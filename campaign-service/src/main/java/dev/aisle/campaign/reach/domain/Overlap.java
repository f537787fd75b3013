package dev.aisle.campaign.reach.domain;

import dev.aisle.algorithms.privacy.disclosure.DifferencingGuard;
import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.algorithms.privacy.disclosure.Population;
import dev.aisle.algorithms.privacy.disclosure.Population.Cell;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How the people of a campaign overlap with those of campaigns whose numbers were told before. Both the audience and those who get it are told, and so
 * both are looked at.
 */
public final class Overlap {
    private static final String ASKED = "asked";

    private final int told;
    private final Map<Set<String>, Long> audiences = new HashMap<>();
    private final Map<Set<String>, Long> reached = new HashMap<>();

    /** With so many told before. */
    public Overlap(int told) {
        this.told = told;
    }

    /**
     * Counts a person.
     *
     * @param inAudience of the campaign asked for and then of those told before, in their order
     * @param gets the same for who gets it
     */
    public void add(List<Boolean> inAudience, List<Boolean> gets) {
        audiences.merge(facts(inAudience), 1L, Long::sum);
        reached.merge(facts(gets), 1L, Long::sum);
    }

    /** Whether the numbers may be told, after the others were. */
    public boolean mayBeTold(KThreshold threshold) {
        return allows(audiences, threshold) && allows(reached, threshold);
    }

    private boolean allows(Map<Set<String>, Long> counted, KThreshold threshold) {
        Population population = new Population(counted.entrySet().stream()
                .map(cell -> new Cell(cell.getKey(), cell.getValue()))
                .toList());
        if (!threshold.allows(population.count(Set.of(ASKED)))) {
            // Too few: the numbers are withheld by their size, and compared with nothing.
            return true;
        }
        List<Set<String>> before = IntStream.range(0, told)
                .mapToObj(number -> Set.of(name(number)))
                .filter(one -> threshold.allows(population.count(one)))
                .toList();
        return new DifferencingGuard(threshold).allows(Set.of(ASKED), before, population);
    }

    private static Set<String> facts(List<Boolean> holds) {
        Set<String> facts = new HashSet<>();
        for (int number = 0; number < holds.size(); number++) {
            if (holds.get(number)) {
                facts.add(number == 0 ? ASKED : name(number - 1));
            }
        }
        return facts;
    }

    private static String name(int told) {
        return "told" + told;
    }
}
