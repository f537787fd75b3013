package dev.aisle.algorithms.privacy.disclosure;

import dev.aisle.algorithms.privacy.disclosure.Population.Cell;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Refuses a count that, subtracted from counts told before, tells of fewer than k people. What must be remembered are the questions
 * that were answered, to anybody (two analysts can meet), and not the people. Three subtractions are looked at: one answer from another,
 * all told parts from a whole, and the parts of a whole that was told before. Longer sums of overlapping sets are not: for those there is
 * noise with a budget.
 */
public final class DifferencingGuard {
    private final KThreshold threshold;

    public DifferencingGuard(KThreshold threshold) {
        this.threshold = threshold;
    }

    /**
     * Whether the question may be answered.
     *
     * @param asked the facts asked for
     * @param told the questions answered before
     */
    public boolean allows(Set<String> asked, Collection<Set<String>> told, Population population) {
        return threshold.allows(population.count(asked))
                && told.stream().allMatch(other -> differEnough(asked, other, population))
                && told.stream()
                        .filter(whole -> asked.containsAll(whole))
                        .allMatch(whole -> restIsLarge(whole, told, asked, population))
                && restIsLarge(asked, told, asked, population);
    }

    private boolean differEnough(Set<String> asked, Set<String> other, Population population) {
        Predicate<Cell> in = cell -> cell.facts().containsAll(asked);
        Predicate<Cell> inOther = cell -> cell.facts().containsAll(other);
        return threshold.allowsDifference(people(population, in.and(inOther.negate())))
                && threshold.allowsDifference(people(population, inOther.and(in.negate())));
    }

    /** Those of a whole who are in none of its parts that are told, the one asked for included. */
    private boolean restIsLarge(
            Set<String> whole, Collection<Set<String>> told, Set<String> asked, Population population) {
        Predicate<Cell> rest = cell -> cell.facts().containsAll(whole);
        for (Set<String> part : told) {
            rest = isPart(part, whole) ? rest.and(cell -> !cell.facts().containsAll(part)) : rest;
        }
        rest = isPart(asked, whole) ? rest.and(cell -> !cell.facts().containsAll(asked)) : rest;
        return threshold.allowsDifference(people(population, rest));
    }

    private static boolean isPart(Set<String> part, Set<String> whole) {
        return part.containsAll(whole) && part.size() > whole.size();
    }

    private static long people(Population population, Predicate<Cell> which) {
        return population.cells().stream().filter(which).mapToLong(Cell::people).sum();
    }
}
