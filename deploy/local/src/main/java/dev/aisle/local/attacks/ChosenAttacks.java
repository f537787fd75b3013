package dev.aisle.local.attacks;

import dev.aisle.local.shell.CommandFailure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The attacks that {@code --only} names. */
final class ChosenAttacks {
    private ChosenAttacks() {}

    /**
     * Returns the attacks of these names in their usual order.
     *
     * @param names separated by commas
     * @throws CommandFailure when a name is unknown, with the one that was probably meant
     */
    static List<Attack> of(List<Attack> all, String names) {
        Set<String> wanted = new HashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String text : names.split(",", -1)) {
            String name = text.strip();
            if (all.stream().noneMatch(attack -> attack.name().equals(name))) {
                unknown.add("there is no attack \"" + name + "\": did you mean " + nearest(name, all) + "?");
            }
            wanted.add(name);
        }
        if (!unknown.isEmpty()) {
            throw new CommandFailure(
                    "--only: " + String.join(" ", unknown) + " ./aisle trials --attacks --dry-run lists them.");
        }
        return all.stream().filter(attack -> wanted.contains(attack.name())).toList();
    }

    /** The name that shares most pairs of letters with this one. */
    private static String nearest(String name, List<Attack> all) {
        Set<String> asked = pairs(name);
        return all.stream()
                .map(Attack::name)
                .max(Comparator.comparingDouble(other -> likeness(asked, pairs(other))))
                .orElse("none");
    }

    /** Dice's coefficient, 2·|A ∩ B| / (|A| + |B|). */
    private static double likeness(Set<String> some, Set<String> other) {
        long shared = some.stream().filter(other::contains).count();
        return 2.0 * shared / Math.max(1, some.size() + other.size());
    }

    private static Set<String> pairs(String name) {
        return IntStream.range(0, Math.max(0, name.length() - 1))
                .mapToObj(i -> name.substring(i, i + 2))
                .collect(Collectors.toSet());
    }
}
