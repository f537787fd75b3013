package dev.aisle.algorithms.ranking;

/** Says how good an item is from its features; greater is better. */
@FunctionalInterface
public interface ItemScore {
    /**
     * The score.
     *
     * @param features one row of a {@link ShownList}; NaN where a value isn't known
     */
    double of(float[] features);

    /** One of the features as it is. */
    static ItemScore feature(int number) {
        return features -> features[number];
    }
}
