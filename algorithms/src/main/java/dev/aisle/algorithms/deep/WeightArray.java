package dev.aisle.algorithms.deep;

/**
 * An array of a network's weights, row after row.
 *
 * @param name within the network
 * @param rows ≥ 0
 * @param columns ≥ 1
 * @param deviation of the normal distribution that it is drawn from before training; 0 for {@code mean} everywhere
 * @param mean what it starts at
 */
public record WeightArray(String name, int rows, int columns, float deviation, float mean) {
    /** A matrix that keeps the variance of what it is multiplied with: deviation {@code 1 / √rows}. */
    static WeightArray dense(String name, int rows, int columns) {
        return new WeightArray(name, rows, columns, inverseRoot(rows), 0f);
    }

    /** A vector an item (or position), each of length 1 in the mean. */
    static WeightArray embedding(String name, int rows, int columns) {
        return new WeightArray(name, rows, columns, inverseRoot(columns), 0f);
    }

    /** What is added: zeros at first. */
    static WeightArray bias(String name, int columns) {
        return new WeightArray(name, 1, columns, 0f, 0f);
    }

    /** A number an item that is added to its score: zeros at first. */
    static WeightArray level(String name, int items) {
        return new WeightArray(name, items, 1, 0f, 0f);
    }

    /** What is multiplied with, number by number: ones at first. */
    static WeightArray gain(String name, int columns) {
        return new WeightArray(name, 1, columns, 0f, 1f);
    }

    /** {@code 1 / √n}. */
    static float inverseRoot(int n) {
        return (float) (1 / Math.sqrt(n));
    }

    /** How many numbers it has. */
    public int size() {
        return Math.multiplyExact(rows, columns);
    }
}
