package dev.aisle.algorithms.federated;

/**
 * Where the numbers of an update stand: an item after the other, {@code rank} numbers each, then the upper half of the people's gram matrix, row by
 * row.
 */
final class UpdateShape {
    private UpdateShape() {}

    /** How many numbers an update has. */
    static int length(int items, int rank) {
        return Math.addExact(Math.multiplyExact(items, rank), rank * (rank + 1) / 2);
    }
}
