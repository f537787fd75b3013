package dev.aisle.local.attacks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Numbers that were read before and after a moment in which one person acted or didn't. The attacker says "acted" when a number changed, by whichever number tells most.
 */
final class NumberWatch {
    /** The share of right guesses that shows a leak: a fair coin has it of 24 with p = 0.0000015, one of 300 such coins in one run of 2,200. */
    private static final double TOO_OFTEN = 23.0 / 24;

    private static final int FEWEST_TRIALS = 20;
    private static final int FEWEST_NUMBERS = 10;

    private final List<Set<String>> changed = new ArrayList<>();
    private final List<Boolean> truth = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /** Adds a moment: numbers by the place where they stand, before and after. */
    void add(Map<String, String> before, Map<String, String> after, boolean acted) {
        Set<String> places = new HashSet<>(before.keySet());
        places.addAll(after.keySet());
        seen.addAll(places);
        places.removeIf(place -> Objects.equals(before.get(place), after.get(place)));
        changed.add(places);
        truth.add(acted);
    }

    /** Broken when the change of some number follows the act of one person; an attack with few moments or numbers shows nothing. */
    AttackResult judged() {
        if (truth.size() < FEWEST_TRIALS || seen.size() < FEWEST_NUMBERS) {
            return AttackResult.broken(
                    "the attempt shows nothing: " + truth.size() + " moments, " + seen.size() + " numbers");
        }
        Map<String, Integer> right = new HashMap<>();
        for (String place : seen) {
            for (int i = 0; i < truth.size(); i++) {
                if (changed.get(i).contains(place) == truth.get(i)) {
                    right.merge(place, 1, Integer::sum);
                }
            }
        }
        int most = right.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Map<String, List<String>> telling = right.entrySet().stream()
                .filter(one -> one.getValue() >= TOO_OFTEN * truth.size())
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.groupingBy(place -> place.split("/", 2)[0], TreeMap::new, Collectors.toList()));
        List<String> examples = new ArrayList<>();
        telling.forEach((path, places) -> examples.add(path + ": " + places.size() + " numbers, e.g. "
                + places.getFirst() + " changes in " + right.get(places.getFirst()) + " of " + truth.size()
                + " moments exactly when one person acts"));
        return AttackResult.of(
                examples,
                seen.size() + " numbers of " + String.join(", ", paths()) + "; " + truth.size()
                        + " moments; the best one was right in " + most);
    }

    /** What has shown a number. */
    private Set<String> paths() {
        return seen.stream().map(place -> place.split("/", 2)[0]).collect(Collectors.toCollection(TreeSet::new));
    }
}
