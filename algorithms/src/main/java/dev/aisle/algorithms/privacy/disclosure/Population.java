package dev.aisle.algorithms.privacy.disclosure;

import java.util.List;
import java.util.Set;

/**
 * People, counted by what is known of them and can be asked for. No person is in it.
 *
 * @param cells disjoint groups
 */
public record Population(List<Cell> cells) {
    public Population {
        cells = List.copyOf(cells);
    }

    /** People with exactly these facts, such as {@code jurisdiction=EU}. */
    public record Cell(Set<String> facts, long people) {
        public Cell {
            facts = Set.copyOf(facts);
        }
    }

    /** How many have all the facts that are asked for; everybody when none is. */
    public long count(Set<String> asked) {
        return cells.stream()
                .filter(cell -> cell.facts().containsAll(asked))
                .mapToLong(Cell::people)
                .sum();
    }
}
