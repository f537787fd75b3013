package dev.aisle.compute.evaluate;

import java.util.List;

/** Makes matrices, sequences and questions of both sides of a split. */
@FunctionalInterface
interface Assembly {
    /**
     * Assembles.
     *
     * @param people numbers of people or sessions
     * @param items numbers of items
     * @param groups of people, by the reader's index
     */
    Fold fold(Parts parts, Numbering people, Numbering items, List<String> groups);
}
